import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findBroker } from '../../src/client/daemon.ts';
import { readEnvelope } from '../../src/contract/read-envelope.ts';
import { monotonicMs } from '../../src/util/monotonic.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { BOUND_MS, type Rig } from '../../tests/support/rig.ts';
import { BareAppServer } from '../bare/app-server.ts';
import type { Measurement } from '../figure.ts';
import { inTurns } from '../in-turns.ts';
import { clientOf } from '../support/client.ts';
import { bareCodex } from '../support/real.ts';
import { BROKER, withRig } from '../support/rigs.ts';

const TITLE = 'start of a broker until its app-server is ready';

export const brokerStart: Measurement = {
  name: 'broker-start',
  title: TITLE,
  run: (scale) =>
    withRig({ codex: 'real' }, async (rig) => {
      const bare = bareCodex(rig);
      const { product, floor } = await inTurns(scale.pick(12, 2), {
        floor: async () => {
          const startedMs = monotonicMs();
          const server = await BareAppServer.start(bare);
          const tookMs = monotonicMs() - startedMs;
          await server.close();
          return tookMs;
        },
        product: () => startOnce(rig),
      });
      const reach = { kind: 'ratio', at: 0.5, max: 1.5 } as const;
      const floorTitle = 'start of an app-server until it is initialized';
      return { figures: [{ name: 'broker-start', title: TITLE, unit: 'ms', product, floor, floorTitle, reach }] };
    }),
};

/** The moment is the broker's own, from its event: asking for it again and again would hold it up. */
async function startOnce(rig: Rig): Promise<number> {
  const startedAt = performance.timeOrigin + performance.now();
  const broker = spawn(process.execPath, [BROKER, '--workspace', rig.workspace], {
    cwd: rig.workspace,
    env: { ...rig.env },
    stdio: 'ignore',
  });
  try {
    return (await readyAt(rig, startedAt)) - startedAt;
  } finally {
    await end(broker);
  }
}

async function readyAt(rig: Rig, startedAt: number): Promise<number> {
  const { paths } = clientOf(rig).place();
  const client = await eventually(() => findBroker(paths), { withinMs: BOUND_MS, what: 'broker', everyMs: 50 });
  try {
    return await eventually(
      async () => {
        const { envelopes } = await client.call('events/recent', { afterSeq: 0, topic: 'appServer.' });
        const events = envelopes.map(readEnvelope).flatMap((read) => (read.ok ? [read.envelope] : []));
        const ready = events.find(({ event }) => event.type === 'appServer.ready');
        return ready !== undefined && Date.parse(ready.at) >= startedAt - 1 ? Date.parse(ready.at) : null;
      },
      { withinMs: BOUND_MS, what: 'app-server', everyMs: 200 },
    );
  } finally {
    client.close();
  }
}

async function end(broker: ChildProcess): Promise<void> {
  if (broker.exitCode !== null || broker.signalCode !== null) return;
  const gone = once(broker, 'exit');
  broker.kill('SIGTERM');
  await gone;
}
