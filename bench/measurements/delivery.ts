import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { within } from '../../src/util/deadline.ts';
import { background } from '../../tests/e2e/records.ts';
import { fakePrompt } from '../../tests/support/fake-codex/script.ts';
import { BOUND_MS, CLI, type Rig } from '../../tests/support/rig.ts';
import { BareAppServer } from '../bare/app-server.ts';
import type { Chart, Figure, Measurement } from '../figure.ts';
import { quantile } from '../statistics.ts';
import { PulseReader } from '../support/pulses.ts';
import { withRig } from '../support/rigs.ts';

const PER_SECOND = 1_000;

/** From the write of a notification to the moment that its line is read from a subscriber's standard output. */
export const delivery: Measurement = {
  name: 'delivery',
  title: `notifications at ${PER_SECOND}/s, to a subscriber`,
  run: (scale) =>
    withRig({}, async (rig) => {
      const ms = scale.pick(3_000, 1_000);
      const rounds = scale.pick(5, 1);
      const prompt = fakePrompt({ do: 'pulse', perSecond: PER_SECOND, ms });
      const product: number[] = [];
      const floor: number[] = [];
      await rig.run(['task', 'the first one']);
      for (let round = 0; round < rounds; round += 1) {
        floor.push(...(await bareRead(rig, prompt)));
        product.push(...(await followed(rig, prompt)));
      }
      const sent = (rounds * ms * PER_SECOND) / 1_000;
      return {
        figures: [figure('delivery-p50', 0.5, 2, product, floor), figure('delivery-p99', 0.99, 10, product, floor)],
        facts: [
          {
            name: 'delivery-complete',
            title: 'every notification reaches the subscriber',
            holds: product.length === sent,
            detail: `${product.length} of ${sent}`,
          },
        ],
        charts: [chartOf(product, floor)],
      };
    }),
};

function figure(name: string, at: number, max: number, product: number[], floor: number[]): Figure {
  const title = `notification → line of \`events -f\`, ${PER_SECOND}/s, p${at * 100}`;
  return {
    name,
    title,
    unit: 'ms',
    product,
    floor,
    floorTitle: 'a bare stdio reader',
    reach: { kind: 'added', at, max },
  };
}

async function bareRead(rig: Rig, prompt: string): Promise<number[]> {
  const codex = rig.env['CODEX_COMPANION_CODEX'] ?? '';
  const server = await BareAppServer.start({ codex, cwd: rig.workspace, env: rig.env });
  const reader = new PulseReader(server.child.stdout, (line) => line.includes('turn/completed'));
  await server.turn(prompt);
  await reader.last;
  await server.close();
  return reader.latenciesMs;
}

async function followed(rig: Rig, prompt: string): Promise<number[]> {
  const { workspace: cwd, env } = rig;
  const args = [CLI, 'events', '--follow', '--json', '--topic', 'job.'];
  const follower = spawn(process.execPath, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    // It prints what was before it when it has subscribed.
    await once(follower.stdout, 'data');
    let jobId = '';
    const reader = new PulseReader(
      follower.stdout,
      (line) => jobId !== '' && line.includes(jobId) && line.includes('"job.completed"'),
    );
    jobId = await background(rig, prompt);
    await within(reader.last, BOUND_MS, 'the follower to print the end of the job');
    return reader.latenciesMs;
  } finally {
    follower.kill('SIGKILL');
  }
}

const QUANTILES = [0.01, 0.05, ...Array.from({ length: 18 }, (_, n) => 0.1 + n * 0.05), 0.98, 0.99, 0.995, 0.999];

function chartOf(product: readonly number[], floor: readonly number[]): Chart {
  const line = (name: string, samples: readonly number[]) => ({
    name,
    points: QUANTILES.map((at): [number, number] => [at * 100, quantile(samples, at)]),
  });
  return {
    name: 'delivery',
    title: `from a notification to a line of its reader, ${PER_SECOND}/s`,
    xUnit: '%',
    yUnit: 'ms',
    series: [line('`events -f`', product), line('bare stdio reader', floor)],
  };
}
