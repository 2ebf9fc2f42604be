import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { attachTo, followJob } from '../../src/client/follow.ts';
import type { BrokerPaths } from '../../src/config/paths.ts';
import { self } from '../../src/status/liveness.ts';
import { deferred } from '../../src/util/deferred.ts';
import { completed, JOB_A } from '../bus/support.ts';
import { finish, runningJob } from '../status/jobs.ts';
import { tempDir } from '../support/temp.ts';
import { contextHere } from './context-here.ts';
import { leaveLabel } from './labels.ts';
import { leakyBroker } from './leaky-broker.ts';

test.each<[string, { type: string; jobId: string }, boolean]>([
  ['an event of an unknown type is passed over', { type: 'job.dreamed', jobId: JOB_A }, false],
  ['one that cannot be read is missed', { type: 'job.started', jobId: JOB_A }, true],
])('what a job did before anybody listened: %s, and the rest is told', async (_what, event, gap) => {
  const broker = await leakyBroker();
  await broker.publishForeign(event);
  await broker.publish(completed(JOB_A));

  const attached = await attachTo(contextHere(), broker.client, JOB_A, { sinceSeq: 0 });
  onTestFinished(() => attached.close());

  expect(attached.missed).toMatchObject({ envelopes: [{ seq: 2, event: completed(JOB_A) }], gap });
});

test('a job that ends in a way that only a later version knows has ended all the same', async () => {
  const broker = await leakyBroker();
  const ours = contextHere();
  const { store } = ours;
  const job = runningJob({ broker: self() });
  store.write(job, { durable: false });
  const attached = await attachTo(ours, broker.client, job.id);
  const caughtUp = deferred<void>();

  const followed = followJob(ours, job.id, { attached, onCatchUp: () => caughtUp.resolve() });
  await caughtUp.promise;
  store.write(finish(job, '2026-01-02T03:04:05.678Z'), { durable: false });
  await broker.publishForeign({ type: 'job.dreamtAway', jobId: job.id });

  expect(await followed).toMatchObject({ id: job.id, status: 'completed' });
});

test('whoever stops waiting does not wait for a broker that says nothing', async () => {
  const ours = contextHere();
  const job = runningJob({ broker: self() });
  ours.store.write(job, { durable: false });
  const broker = await silentBroker(ours.pathsOf(job.owner.brokerKey));
  const stop = new AbortController();
  const enough = new Error('enough');

  const followed = followJob(ours, job.id, { signal: stop.signal });
  await broker.connected;
  stop.abort(enough);

  await expect(followed).rejects.toBe(enough);
});

/** It is there, and never says hello. */
async function silentBroker(paths: BrokerPaths) {
  const endpoint = path.join(tempDir(), 'control');
  const connected = deferred<void>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    connected.resolve();
  });
  await new Promise<void>((resolve) => server.listen(endpoint, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  leaveLabel(paths, endpoint);
  return { connected: connected.promise };
}
