import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { eventsPage } from './events-page.ts';
import { controlJsonSchema, eventJsonSchema, jobJsonSchema } from './json-schemas.ts';
import { manPage } from './man-page.ts';
import { metricsTable } from './metrics-table.ts';
import { settingsTables } from './settings-tables.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, into: { type: 'string' } } });
const { check, into: root = '.' } = values;

const manual = await manPage();

/** Path below the project's root → what of the file's present text should be there. */
const PAGES: Readonly<Record<string, (text: string) => string>> = {
  'docs/configuration.md': (text) => between(text, 'settings', settingsTables()),
  'docs/events.md': (text) => between(text, 'events', eventsPage()),
  'docs/metrics.md': (text) => between(text, 'metrics', metricsTable()),
  'docs/schemas/control.json': () => controlJsonSchema(),
  'docs/schemas/event.json': () => eventJsonSchema(),
  'docs/schemas/job.json': () => jobJsonSchema(),
  'man/codex-companion.1': () => manual,
};

const stale = Object.entries(PAGES).filter(([name, made]) => {
  const file = path.join(root, name);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const wanted = made(text);
  if (wanted === text) return false;
  if (!check) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  }
  return true;
});

for (const [name] of stale) {
  if (check) console.error(`${name} is stale: run "npm run build:reference" and commit it`);
  else console.log(`Made anew: ${name}`);
}
process.exitCode = check && stale.length > 0 ? 1 : 0;

/** `text` with `part` between its two marks of that name. */
function between(text: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name}: made by "npm run build:reference" -->`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`Cannot find "${begin}" and "${end}"`);
  return `${before}${begin}\n\n${part}\n${end}${after}`;
}
