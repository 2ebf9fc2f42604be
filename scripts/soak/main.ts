import { writeFileSync } from 'node:fs';
import { growthOf, isFlat } from './growth.ts';
import { readOptions } from './options.ts';
import { plot } from './plot.ts';
import { soak } from './run.ts';

const options = readOptions(process.argv.slice(2));
const { samples, jobs, wrong } = await soak(options, ({ atMin, jobs: soFar, broker, appServer }) => {
  const memory = `broker ${broker.pssMb.toFixed(0)} MB, app-server ${appServer.pssMb.toFixed(0)} MB`;
  console.log(`${atMin.toFixed(1).padStart(5)} min  ${String(soFar).padStart(5)} jobs  ${memory}`);
});
const growth = growthOf(samples);
console.log(`\n${jobs} jobs, ${wrong.length} not as they should be`);
for (const sentence of wrong.slice(0, 10)) console.log(`  ${sentence}`);
for (const figure of growth) {
  const { name, unit, early, late } = figure;
  console.log(`${name}: ${early.toFixed(0)} → ${late.toFixed(0)} ${unit} ${isFlat(figure) ? '' : ' GROWS'}`.trimEnd());
}
const title = `${jobs} jobs in ${options.minutes} min, ${options.codex} codex`;
if (options.svg !== null) writeFileSync(options.svg, plot(samples, title));
if (options.json !== null)
  writeFileSync(options.json, `${JSON.stringify({ options, jobs, wrong, growth }, null, 2)}\n`);
process.exitCode = wrong.length === 0 && growth.every(isFlat) ? 0 : 1;
