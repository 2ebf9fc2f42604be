import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Holding, holdingOf } from '../../scripts/lib/holding.ts';
import { FLAT } from '../../scripts/soak/growth.ts';
import type { ClientContext } from '../../src/client/context.ts';
import { followJob } from '../../src/client/follow.ts';
import { submitJob } from '../../src/client/submit.ts';
import { PROJECT_ROOT } from '../../tests/support/codex-package.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { BOUND_MS, type Rig } from '../../tests/support/rig.ts';
import { makeTempDir } from '../../tests/support/temp.ts';
import type { Chart, Figure, Measured, Measurement } from '../figure.ts';
import { clientOf, taskOf } from '../support/client.ts';
import { withRig } from '../support/rigs.ts';

const PRELOAD = path.join(PROJECT_ROOT, 'bench', 'support', 'loop-delay.cjs');

/** What is read of the event loop comes from so many pieces of a run: one slow moment of the machine is in one of them. */
const PIECES = 20;

interface Sample extends Holding {
  readonly jobs: number;
  readonly loopP99Ms: number;
}

export const jobsInARow: Measurement = {
  name: 'jobs-in-a-row',
  title: 'jobs one after another on one broker',
  run: async (scale) => {
    const directory = makeTempDir();
    const file = path.join(directory.path, 'delay');
    const env = { NODE_OPTIONS: `--require "${PRELOAD}"`, BENCH_LOOP_DELAY: file };
    try {
      return await withRig({ env }, (rig) => measure(rig, file, scale.pick(2_000, 100)));
    } finally {
      directory.remove();
    }
  },
};

async function measure(rig: Rig, delayFile: string, jobs: number): Promise<Measured> {
  await rig.run(['task', 'the first one']);
  const broker = await rig.brokerPid();
  const context = clientOf(rig);
  const piece = jobs / PIECES;
  const samples: Sample[] = [];
  for (let n = 1; n <= jobs; n += 1) {
    await runOne(context);
    if (n % piece === 0) samples.push(await look(broker, delayFile, n));
  }
  // In the first quarter V8's nursery grows to its limit, and stays so. What is looked for is what grows for ever.
  const quarter = samples.length / 4;
  const early = samples.slice(quarter, 2 * quarter);
  const late = samples.slice(-quarter);
  const title = `${jobs} jobs in a row`;
  return {
    figures: [
      flat(
        'row-memory',
        `${title}: memory of the broker, in the last quarter`,
        'MB',
        late,
        early,
        ({ pssMb }) => pssMb,
      ),
      flat(
        'row-files',
        `${title}: open files of the broker, in the last quarter`,
        'files',
        late,
        early,
        ({ openFiles }) => openFiles,
      ),
      {
        name: 'row-loop',
        title: `${title}: event-loop delay of the broker, p99`,
        unit: 'ms',
        product: samples.slice(1).map(({ loopP99Ms }) => loopP99Ms),
        floor: [],
        floorTitle: '',
        reach: { kind: 'below', at: 0.5, max: 20 },
      },
    ],
    charts: [chartOf(title, samples)],
  };
}

/** As `task` does it: a connection and a subscription of its own for each. */
async function runOne(context: ClientContext): Promise<void> {
  const spec = taskOf(context, 'a task');
  const { attached } = await submitJob(context, spec, { follow: true });
  const job = await followJob(context, spec.id, attached === null ? {} : { attached });
  if (job.status !== 'completed') throw new Error(`${job.id} is ${job.status}`);
}

async function look(broker: number, delayFile: string, jobs: number): Promise<Sample> {
  rmSync(delayFile, { force: true });
  process.kill(broker, 'SIGUSR2');
  const { p99 } = await eventually(() => JSON.parse(readFileSync(delayFile, 'utf8')), {
    withinMs: BOUND_MS,
    what: 'event-loop delay of the broker',
    everyMs: 5,
  });
  const holding = holdingOf(broker);
  if (holding === null) throw new Error('The broker has ended');
  return { ...holding, jobs, loopP99Ms: p99 };
}

function flat(
  name: string,
  title: string,
  unit: Figure['unit'],
  late: readonly Sample[],
  early: readonly Sample[],
  of: (sample: Sample) => number,
): Figure {
  const reach = { kind: 'ratio', at: 0.5, max: FLAT } as const;
  const floorTitle = 'in the second quarter';
  return { name, title, unit, product: late.map(of), floor: early.map(of), floorTitle, reach };
}

function chartOf(title: string, samples: readonly Sample[]): Chart {
  const line = (name: string, of: (sample: Sample) => number) => ({
    name,
    points: samples.map((sample): [number, number] => [sample.jobs, of(sample)]),
  });
  return {
    name: 'jobs-in-a-row',
    title,
    xUnit: 'jobs',
    yUnit: '',
    series: [line('memory, MB', ({ pssMb }) => pssMb), line('open files', ({ openFiles }) => openFiles)],
  };
}
