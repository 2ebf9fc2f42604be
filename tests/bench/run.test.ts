import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readOptions } from '../../bench/options.ts';
import { ResultsSchema } from '../../bench/results.ts';
import { runBench } from '../../bench/run.ts';

test('a quick run of one measurement has its figures, with samples and floor, and what must be so', {
  timeout: 60_000,
}, async () => {
  const said: string[] = [];

  const results = await runBench(readOptions(['--quick', '--only', 'task-background']), (line) => said.push(line));

  expect(v.parse(ResultsSchema, JSON.parse(JSON.stringify(results)))).toEqual(results);
  expect(results).toMatchObject({ quick: true, failures: [] });
  expect(
    results.figures.map(({ measurement, name, product, floor }) => [measurement, name, product.count, floor?.count]),
  ).toEqual([['task-background', 'task-background', 4, 4]]);
  expect(results.facts).toEqual([expect.objectContaining({ name: 'task-background-stored', holds: true })]);
  expect(said).toEqual([expect.stringContaining('`task --background`')]);
});

test('what is not there cannot be chosen', async () => {
  await expect(runBench(readOptions(['--only', 'nothing']), () => undefined)).rejects.toThrow(/there are status, /u);
});
