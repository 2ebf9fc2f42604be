import { ROWS, type Row } from '../../src/config/rows.ts';
import type { ReadBy } from '../../src/config/setting.ts';
import { code, line } from './markdown.ts';

const GROUPS: ReadonlyArray<readonly [ReadBy, string, string]> = [
  [
    'job',
    'Of a job',
    'They are read where a job is handed in, and go with it. Options of the command come before them.',
  ],
  [
    'broker',
    'Of a broker',
    'They are read when a broker starts: `codex-companion broker restart` makes a change felt at once.',
  ],
  ['command', 'Of every command', 'They say where things are, and whose.'],
];

/** The files that may set it. */
export const FILES: Readonly<Record<Row['setBy'], string>> = {
  project: 'project, own',
  user: 'own',
  environment: 'none',
};

/** The settings as Markdown: a table for each time at which they are read. */
export function settingsTables(): string {
  return GROUPS.map(([readBy, title, when]) => {
    const rows = ROWS.filter((row) => row.readBy === readBy).map(cells);
    const head = ['setting', 'default', 'values', 'in files', 'what it is', 'environment, option'];
    return `### ${title}\n\n${when}\n\n${[head, head.map(() => '---'), ...rows].map(line).join('\n')}\n`;
  }).join('\n');
}

function cells(row: Row): string[] {
  const { key, kind, setBy, meaning, variable, flag } = row;
  const said = [variable, flag].filter((name) => name !== null).map(code);
  return [code(key), defaultText(row), kind.allowed, FILES[setBy], meaning, said.join(', ')];
}

/** The same on every machine. */
export function defaultText({ kind, fallback, fallbackText }: Row): string {
  if (fallbackText !== null) return fallbackText;
  const value = fallback({});
  return value === null ? 'none' : code(JSON.stringify(kind.write(value)));
}
