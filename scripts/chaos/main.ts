import { writeFileSync } from 'node:fs';
import { readOptions } from './options.ts';
import { renderSummary, type Summary, summaryJson } from './report.ts';
import { runChaos } from './run.ts';

const options = readOptions(process.argv.slice(2));
const startedAtMs = performance.now();
console.log(`seed ${options.seed}`);
try {
  const figures = await runChaos(options, (line) => console.log(line));
  const { seed, rounds, codex } = options;
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  const summary: Summary = { seed, rounds, codex, seconds, figures };
  console.log(`\n${renderSummary(summary)}`);
  if (options.json !== null) writeFileSync(options.json, summaryJson(summary));
} catch (error) {
  console.error(`\n${error instanceof Error ? (error.name === 'Violation' ? error.message : error.stack) : error}`);
  console.error(
    `\nRepeat with: npm run chaos -- --seed ${options.seed} --rounds ${options.rounds} --codex ${options.codex}`,
  );
  process.exitCode = 1;
}
