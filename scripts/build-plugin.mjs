// npm run build:plugin: makes what of plugin/ is made from the rest of the project; with --check it only says what is stale.
// With --into DIR it leaves the project alone and makes the same there.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GENERATED_FOLDERS, pluginFiles } from './lib/plugin.mjs';
import { ROOT } from './lib/run.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, into: { type: 'string' } } });
const target = path.resolve(values.into ?? ROOT);
const wanted = await pluginFiles();
const stale = [...wanted].filter(([file, { text }]) => textOf(file) !== text).map(([file]) => file);
const left = GENERATED_FOLDERS.flatMap((folder) => filesOf(folder)).filter((file) => !wanted.has(file));

if (values.check) {
  for (const file of [...stale, ...left]) console.error(`${file} is stale: run "npm run build:plugin" and commit it`);
  process.exitCode = stale.length + left.length === 0 ? 0 : 1;
} else {
  for (const file of left) rmSync(path.join(target, file));
  for (const file of stale) write(file, wanted.get(file));
  console.log(
    stale.length + left.length === 0 ? 'Nothing has changed' : `Made anew: ${[...stale, ...left].join(', ')}`,
  );
}

function write(file, { text, mode }) {
  const place = path.join(target, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  chmodSync(place, mode);
}

function textOf(file) {
  const place = path.join(target, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : null;
}

function filesOf(folder) {
  const place = path.join(target, folder);
  if (!existsSync(place)) return [];
  // What a start has compiled lies in a folder beside the programs, and is nobody's to commit.
  const names = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map(({ name }) => `${folder}/${name}`);
}
