import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token } from 'marked';
import { PROJECT_ROOT } from '../support/codex-package.ts';

export interface Page {
  /** Relative to the project. */
  readonly file: string;
  readonly tokens: readonly Token[];
}

/** Every file of the project, as git has it or will. */
export const FILES: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
  },
)
  .trim()
  .split('\n');

/** Every page of Markdown that belongs to the project; what is in it as test data does not. */
export const PAGES: readonly Page[] = FILES.filter((file) => file.endsWith('.md') && !file.startsWith('tests/')).map(
  (file) => ({ file, tokens: marked.lexer(readFileSync(path.join(PROJECT_ROOT, file), 'utf8')) }),
);

/** All tokens of a page, those within others, too. */
export function tokensOf({ tokens }: Page): Token[] {
  const found: Token[] = [];
  marked.walkTokens([...tokens], (token) => void found.push(token));
  return found;
}
