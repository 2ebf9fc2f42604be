import type { EventSubscriber } from '../../src/bus/subscriber.ts';
import { ensureBroker } from '../../src/client/daemon.ts';
import { isFinished } from '../../src/contract/job.ts';
import { monotonicMs } from '../../src/util/monotonic.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { stubPrompt } from '../../tests/support/model-stub/steps.ts';
import { BOUND_MS, type Rig } from '../../tests/support/rig.ts';
import { BareAppServer } from '../bare/app-server.ts';
import type { Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { clientOf, listen, subscribe, taskOf } from '../support/client.ts';
import { bareCodex } from '../support/real.ts';
import { withRig } from '../support/rigs.ts';

const SUBSCRIBERS = 3;
const HANG = stubPrompt({ do: 'hang' });
const TITLE = `SIGKILL of the app-server → record on disk, event at ${SUBSCRIBERS} subscribers`;

/** The event follows the record: that it is there is looked at when the last subscriber has heard. */
export const appServerKilled: Measurement = {
  name: 'app-server-killed',
  title: TITLE,
  run: (scale) =>
    withRig({ codex: 'real' }, async (rig) => {
      const bare = bareCodex(rig);
      let recorded = 0;
      const rounds = scale.pick(12, 2);
      const { product, floor } = await inTurns(rounds, {
        floor: async () => {
          const server = await BareAppServer.start(bare);
          await server.startTurn(await server.startThread(), HANG);
          const killedMs = monotonicMs();
          await server.close();
          return monotonicMs() - killedMs;
        },
        product: async () => {
          const { heardMs, isRecorded } = await killOnce(rig);
          if (isRecorded) recorded += 1;
          return heardMs;
        },
      });
      const reach = { kind: 'added', at: 0.5, max: 25 } as const;
      const floorTitle = 'its parent hears of the exit';
      return {
        figures: [{ name: 'app-server-killed', title: TITLE, unit: 'ms', product, floor, floorTitle, reach }],
        facts: [
          {
            name: 'app-server-killed-recorded',
            title: 'whoever hears of the end finds it on disk',
            holds: recorded === rounds + 1,
            detail: `${recorded} of ${rounds + 1}`,
          },
        ],
      };
    }),
};

async function killOnce(rig: Rig): Promise<{ heardMs: number; isRecorded: boolean }> {
  const context = clientOf(rig);
  const client = await ensureBroker(context);
  const subscribers = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => subscribe(client)));
  const spec = taskOf(context, HANG);
  const heard = Promise.all(subscribers.map((subscriber) => failure(subscriber, spec.id)));
  await client.call('job/submit', spec);
  const job = await eventually(
    () => {
      const record = context.store.read(spec.id);
      return record?.status === 'running' && record.turnId !== null ? record : null;
    },
    { withinMs: BOUND_MS, what: 'running turn' },
  );
  const killedMs = monotonicMs();
  process.kill(job.appServer.pid, 'SIGKILL');
  const heardMs = Math.max(...(await heard)) - killedMs;
  const record = context.store.read(spec.id);
  for (const subscriber of subscribers) subscriber.close();
  await client.closed;
  return { heardMs, isRecorded: record !== null && isFinished(record) };
}

/** When the subscriber hears that the job has failed. */
async function failure(subscriber: EventSubscriber, jobId: string): Promise<number> {
  let atMs = Number.NaN;
  await listen(subscriber, ({ event }) => {
    if (event.type !== 'job.failed' || event.jobId !== jobId) return;
    atMs = monotonicMs();
    subscriber.close();
  });
  return atMs;
}
