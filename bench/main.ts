import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../tests/support/codex-package.ts';
import { readOptions } from './options.ts';
import { plots, withFigures } from './render/page.ts';
import { factList, figureTable, machineLine } from './render/tables.ts';
import { committedResults, RESULTS_FOLDER, type Results, readResults } from './results.ts';
import { runBench } from './run.ts';
import { complaints } from './verdict.ts';

const options = readOptions(process.argv.slice(2));
const last = options.compare === null ? committedResults() : readResults(options.compare);
const results = await runBench(options, (line) => console.log(line));
console.log(`\n${machineLine(results)}\n\n${figureTable(results, last)}\n\n${factList(results)}`);
// What is kept is whole: a part of a run, or a hasty one, would be what the next one is compared with.
if (options.quick || options.only.length > 0) keep('.build/bench/results.json', results);
else publish(results);
const wrong = complaints(results);
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length === 0 ? 0 : 1;

function publish(whole: Results): void {
  keep(`${RESULTS_FOLDER}/${whole.at.slice(0, 10)}.json`, whole);
  const docs = path.join(PROJECT_ROOT, 'docs');
  const page = path.join(docs, 'performance.md');
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), whole, last));
  for (const [name, svg] of plots(whole)) writeFileSync(path.join(docs, name), svg);
  console.log('\nWritten: docs/performance.md and its plots');
}

function keep(name: string, kept: Results): void {
  const file = path.join(PROJECT_ROOT, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`);
  console.log(`\nKept: ${name}`);
}
