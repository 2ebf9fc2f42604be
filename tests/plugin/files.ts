import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../support/codex-package.ts';

export const PLUGIN = path.join(PROJECT_ROOT, 'plugin');

export function read(file: string): string {
  return readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
}

export function readJson(file: string) {
  return JSON.parse(read(file));
}

/** A Markdown file that begins with a block of `key: value` lines; a value may be quoted. */
export interface Page {
  /** Below the project's root. */
  readonly file: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

export function commands(): Page[] {
  return pagesIn('plugin/commands');
}

export function agents(): Page[] {
  return pagesIn('plugin/agents');
}

export function skills(): Page[] {
  const folder = 'plugin/skills';
  return readdirSync(path.join(PROJECT_ROOT, folder)).map((name) => page(`${folder}/${name}/SKILL.md`, name));
}

function pagesIn(folder: string): Page[] {
  const names = readdirSync(path.join(PROJECT_ROOT, folder));
  return names.map((name) => page(`${folder}/${name}`, path.basename(name, '.md')));
}

function page(file: string, name: string): Page {
  const [, head, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/u.exec(read(file)) ?? [];
  if (head === undefined || body === undefined) throw new Error(`"${file}" does not begin with a block of fields`);
  return { file, name, fields: fieldsOf(head), body };
}

function fieldsOf(head: string): Record<string, string> {
  const fields = head.matchAll(/^([\w-]+): ?(.*)$/gmu);
  return Object.fromEntries([...fields].map(([, key = '', value = '']) => [key, value.replace(/^'(.*)'$/u, '$1')]));
}

/** Files of the plugin that are written by hand or made, without the bundles and what a host has installed. */
export function pluginFiles(): string[] {
  const entries = readdirSync(PLUGIN, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) => path.relative(PLUGIN, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^(?:dist|node_modules)\//u.test(file))
    .sort();
}

export function exists(file: string): boolean {
  return existsSync(path.join(PROJECT_ROOT, file));
}
