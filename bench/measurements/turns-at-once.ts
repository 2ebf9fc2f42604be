import { ensureBroker } from '../../src/client/daemon.ts';
import { endsStream, isJobEvent } from '../../src/contract/event.ts';
import { monotonicMs } from '../../src/util/monotonic.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import type { Rig } from '../../tests/support/rig.ts';
import { BareAppServer } from '../bare/app-server.ts';
import type { Figure, Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { clientOf, listen, subscribe, taskOf } from '../support/client.ts';
import { bareCodex } from '../support/real.ts';
import { command, withRig } from '../support/rigs.ts';

const TURNS = 32;
const PROMPT = stubPrompt({ do: 'stream', text: 'one word after another', seconds: 1 });
const FLOOR = `${TURNS} turns by a bare client on one app-server`;

/** Handed over by one client, as a program does it: so many starts of Node would be a measure of Node. */
export const turnsAtOnce: Measurement = {
  name: 'turns-at-once',
  title: `${TURNS} turns of 1 s at once, real Codex`,
  run: (scale) =>
    withRig({ codex: 'real', env: { CODEX_COMPANION_MAX_JOBS: String(TURNS) } }, async (rig) => {
      const bare = await BareAppServer.start(bareCodex(rig));
      try {
        await command(rig, ['broker', 'start']);
        const cold = { product: await jobsAtOnce(rig), floor: await turnsOf(bare) };
        const warm = await inTurns(scale.pick(4, 1), { floor: () => turnsOf(bare), product: () => jobsAtOnce(rig) });
        const appServers = rig.processes().filter(({ cmdline }) => cmdline.includes('app-server -c'));
        return {
          figures: [
            figure('turns-at-once', 'warm threads', warm.product, warm.floor, 1.15),
            figure('turns-at-once-first', 'the first of a broker', [cold.product], [cold.floor], null),
          ],
          facts: [
            {
              name: 'one-app-server',
              title: `${TURNS} turns at once take exactly one app-server`,
              holds: appServers.length === 1,
              detail: `${appServers.length} run`,
            },
          ],
        };
      } finally {
        await bare.close();
      }
    }),
};

function figure(name: string, what: string, product: number[], floor: number[], max: number | null): Figure {
  const reach = max === null ? ({ kind: 'none', at: 0.5 } as const) : ({ kind: 'ratio', at: 0.5, max } as const);
  const title = `${TURNS} turns of 1 s at once, real Codex, ${what}`;
  return { name, title, unit: 'ms', product, floor, floorTitle: FLOOR, reach };
}

async function turnsOf(bare: BareAppServer): Promise<number> {
  const startedMs = monotonicMs();
  await Promise.all(Array.from({ length: TURNS }, () => bare.turn(PROMPT)));
  return monotonicMs() - startedMs;
}

/** From the first submission to the last end, as a subscriber hears it. */
async function jobsAtOnce(rig: Rig): Promise<number> {
  const context = clientOf(rig);
  const client = await ensureBroker(context);
  const subscriber = await subscribe(client);
  try {
    const specs = Array.from({ length: TURNS }, () => taskOf(context, PROMPT));
    const open = new Set(specs.map(({ id }) => id));
    const startedMs = monotonicMs();
    const accepted = Promise.all(specs.map((spec) => client.call('job/submit', spec)));
    await listen(subscriber, ({ event }) => {
      if (!isJobEvent(event) || !endsStream(event)) return;
      if (event.type !== 'job.completed') throw new Error(`${event.jobId} did not complete`);
      open.delete(event.jobId);
      if (open.size === 0) subscriber.close();
    });
    const tookMs = monotonicMs() - startedMs;
    await accepted;
    return tookMs;
  } finally {
    subscriber.close();
    client.close();
  }
}
