import path from 'node:path';
import { expect, test } from 'vitest';
import type { ClientContext } from '../../src/client/context.ts';
import { jobEvents } from '../../src/client/job-events.ts';
import { CONTROL_VERSION } from '../../src/contract/control.ts';
import { self } from '../../src/status/liveness.ts';
import { finish, runningJob } from '../status/jobs.ts';
import { tempDir } from '../support/temp.ts';
import { contextHere } from './context-here.ts';
import { leaveLabel } from './labels.ts';
import { leakyBroker, serveControl } from './leaky-broker.ts';

const LATER = '2026-01-02T03:04:05.678Z';

const job = runningJob({ broker: self() });

test('of a job that has ended, a broker that is just ending has nothing to tell, and that is no error', async () => {
  const context = contextHere();
  const { store, pathsOf } = context;
  store.write(finish(job, LATER), { durable: false });
  const endpoint = path.join(tempDir(), 'control');
  let asked = 0;
  const end = await serveControl(endpoint, {
    hello: () => ({ protocolVersion: CONTROL_VERSION, brokerId: 'broker-1', brokerVersion: '0', events: 'ipc://x' }),
    'events/recent': () => {
      asked += 1;
      end();
      return {};
    },
  });
  leaveLabel(pathsOf(job.owner.brokerKey), endpoint);

  expect(await told(context)).toEqual([]);
  expect(asked).toBe(1);
});

test.each([
  ['in a way that only a later version knows', 'job.dreamtAway'],
  ['with an event that cannot be read', 'job.failed'],
])('a job that ends %s ends the iteration, too', async (_how, type) => {
  const context = contextHere();
  const { store, pathsOf } = context;
  store.write(job, { durable: false });
  const broker = await leakyBroker();
  leaveLabel(pathsOf(job.owner.brokerKey), broker.endpoint);

  const items = told(context);
  await broker.asked;
  store.write(finish(job, LATER), { durable: false });
  await broker.publishForeign({ type, jobId: job.id });

  expect(await items).not.toContain('ended');
});

/** What is told of the job, until there is no more. */
async function told(context: ClientContext): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { kind } of jobEvents(context, job.id, new AbortController().signal)) kinds.push(kind);
  return kinds;
}
