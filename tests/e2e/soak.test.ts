import { expect, test } from 'vitest';
import { growthOf, isFlat } from '../../scripts/soak/growth.ts';
import { plot } from '../../scripts/soak/plot.ts';
import { type Sample, soak } from '../../scripts/soak/run.ts';

/** `npm run soak` lasts half an hour; this much shows that it works, and finds a leak of a file a job. */
const MINUTES = 0.08;
const AT_ONCE = 3;

/** Of a job under way: its client's connection and bus socket at the broker, and what Node opens for its thread. */
const FILES_A_JOB = 2 + 6;

test('many jobs one after another all end as they should, and leave no file open', { timeout: 60_000 }, async () => {
  const samples: Sample[] = [];

  const soaked = await soak({ codex: 'fake', minutes: MINUTES, atOnce: AT_ONCE, svg: null, json: null }, (sample) =>
    samples.push(sample),
  );

  expect(soaked.wrong).toEqual([]);
  expect(soaked.samples).toEqual(samples);
  expect(soaked.jobs).toBeGreaterThan(samples[0]?.jobs ?? 0);
  // Memory takes longer than this to become level; files do not.
  const files = growthOf(samples).filter(({ name }) => name.includes('open files'));
  expect(files.map(({ name }) => name)).toEqual(['broker, open files', 'app-server, open files']);
  for (const figure of files)
    expect(figure.late, figure.name).toBeLessThanOrEqual(figure.early + FILES_A_JOB * AT_ONCE);
  expect(plot(samples, 'a title').match(/<polyline/gu)).toHaveLength(2);
});

test.each([
  { name: 'level', late: 100, flat: true },
  { name: 'smaller', late: 50, flat: true },
  { name: 'a little more', late: 114, flat: true },
  { name: 'a sixth more', late: 117, flat: false },
])('memory that is $name late in a run is flat: $flat', ({ late, flat }) => {
  const sampleOf = (pssMb: number, at: number): Sample => {
    const holding = { pssMb, openFiles: 10 };
    return { atMin: at, jobs: at, broker: holding, appServer: holding };
  };
  // The first quarter warms up, and does not count.
  const run = [900, 900, 100, 100, 100, 100, late, late].map(sampleOf);

  expect(growthOf(run).find((figure) => !isFlat(figure)) === undefined).toBe(flat);
});
