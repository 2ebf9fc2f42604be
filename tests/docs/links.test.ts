import { existsSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { FILES, PAGES, type Page, tokensOf } from './pages.ts';

const TEXTS = new Map(PAGES.map((page) => [page.file, anchorsOf(page)]));

/** A file or folder of the project, as pages name them: `src/…`, `tests/…` and so on; a star stands for anything. */
const NAMED_FILE = /^(?:src|tests|docs|scripts|examples|bench|plugin)\/[\w./*-]+$/u;

/** A source, by its path below `src/`. */
const NAMED_SOURCE = /^[\w-]+(?:\/[\w-]+)*\/[\w-]+\.ts$/u;

test('every link leads to a page, a file or a place in a page that is there', () => {
  const broken = PAGES.flatMap((page) =>
    linksOf(page)
      .filter((link) => !leadsSomewhere(page, link))
      .map((link) => `${page.file}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every file that is named is there', () => {
  const missing = PAGES.flatMap((page) =>
    tokensOf(page)
      .flatMap((token) => (token.type === 'codespan' ? namedFile(token.text) : []))
      .filter((name) => !isThere(name))
      .map((name) => `${page.file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

function namedFile(text: string): string[] {
  if (NAMED_FILE.test(text)) return [text];
  return NAMED_SOURCE.test(text) ? [`src/${text}`] : [];
}

function linksOf(page: Page): string[] {
  return tokensOf(page).flatMap((token) => (token.type === 'link' || token.type === 'image' ? [token.href] : []));
}

function leadsSomewhere({ file }: Page, link: string): boolean {
  if (/^[a-z]+:/iu.test(link)) return URL.canParse(link) && /^(?:https|mailto):/u.test(link);
  const [target = '', anchor] = link.split('#');
  const found = target === '' ? file : path.join(path.dirname(file), decodeURI(target));
  if (!existsSync(path.join(PROJECT_ROOT, found))) return false;
  return anchor === undefined || TEXTS.get(found)?.has(anchor) === true;
}

/** As they are on the host of the repository. */
function anchorsOf(page: Page): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(tokensOf(page).flatMap((token) => (token.type === 'heading' ? [slugger.slug(token.text)] : [])));
}

function isThere(name: string): boolean {
  if (!name.includes('*')) return existsSync(path.join(PROJECT_ROOT, name));
  const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`, 'u');
  return FILES.some((file) => pattern.test(file));
}
