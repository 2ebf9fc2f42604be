import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { encodeSync } from '../../src/bus/frame.ts';
import { topicOf } from '../../src/bus/topic.ts';
import { followBroker } from '../../src/client/broker-feed.ts';
import { brokerPaths } from '../../src/config/paths.ts';
import { CONTROL_VERSION, type LiveJob, SHUTTING_DOWN } from '../../src/contract/control.ts';
import type { BusEvent, Envelope } from '../../src/contract/event.ts';
import { Peer } from '../../src/rpc/peer.ts';
import { completed, eventually, progressed, scripted } from '../bus/support.ts';
import { liveJob, runningJob } from '../status/jobs.ts';
import { tempDir } from '../support/temp.ts';
import { leaveLabel } from './labels.ts';

const BROKER_ID = 'broker-00000001';

const job = runningJob();

/** A broker of which the test says what it knows and what it publishes. */
async function startBroker({ protocolVersion = CONTROL_VERSION } = {}) {
  const endpoint = path.join(tempDir(), 'control');
  const paths = brokerPaths(tempDir(), 'key1');
  const bus = await scripted((topic) => encodeSync(topic, { v: 1, brokerId: BROKER_ID, seq: 0, streams: {} }));
  const hello = { protocolVersion, brokerId: BROKER_ID, brokerVersion: '0', events: bus.endpoint };
  const answers = { live: { jobs: [liveJob(job)], seq: 0 }, asked: 0, hello: {} as object, missed: [] as unknown[] };
  const peers = new Set<Peer>();
  const server = createServer((socket) => {
    const options = { name: 'a client', jsonrpc: true, maxLineBytes: 1_000_000 };
    const onRequest = async (method: string, params: unknown) => {
      if (method === 'hello') answers.hello = params as object;
      if (method === 'events/missed') answers.missed.push(params);
      if (method !== 'job/live') return hello;
      answers.asked += 1;
      return answers.live;
    };
    peers.add(new Peer({ readable: socket, writable: socket }, { ...options, onRequest }));
  });
  await new Promise<void>((resolve) => server.listen(endpoint, resolve));
  const end = () => {
    for (const peer of peers) peer.destroy();
    server.close();
  };
  onTestFinished(end);
  leaveLabel(paths, endpoint, bus.endpoint);
  const send = (topic: string, seq: number, event: object) => {
    const at = '2026-01-02T03:04:05.678Z';
    return bus.send(topic, { v: 1, brokerId: BROKER_ID, seq, streamSeq: seq, at, log: null, event });
  };
  const publish = (seq: number, event: BusEvent) => send(topicOf(event), seq, event);
  const publishForeign = (seq: number) =>
    send(`job.${job.id}.dreamtAway.`, seq, { type: 'job.dreamtAway', jobId: job.id });
  const notify = (params: object) => {
    for (const peer of peers) peer.notify(SHUTTING_DOWN, params);
  };
  return { paths, answers, publish, publishForeign, notify, end };
}

function follow(paths: Awaited<ReturnType<typeof startBroker>>['paths']) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const heard = { snapshots: [] as LiveJob[][], seqs: [] as number[], places: 0 };
  const listener = {
    onSnapshot: (jobs: readonly LiveJob[]) => void heard.snapshots.push([...jobs]),
    onEvent: ({ seq }: Envelope) => void heard.seqs.push(seq),
    onPlaces: () => {
      heard.places += 1;
    },
  };
  const end = followBroker(paths, listener, { program: process.argv[1] ?? '', signal: stop.signal });
  // Asked for at the end of a test; one that is over before is no unhandled error.
  end.catch(() => undefined);
  return { heard, end, stop };
}

test('what the snapshot knows is not told twice, and after a gap there is a new one', async () => {
  const broker = await startBroker();
  broker.answers.live = { jobs: [liveJob(job)], seq: 2 };
  const { heard } = follow(broker.paths);
  await eventually('the snapshot', () => heard.snapshots.length === 1);
  expect(broker.answers.hello).toMatchObject({ watching: true });

  for (const seq of [1, 2, 3]) await broker.publish(seq, progressed(job.id));
  await eventually('the news', () => heard.seqs.length > 0);
  expect(heard.seqs).toEqual([3]);

  broker.answers.live = { jobs: [], seq: 7 };
  for (const seq of [7, 8]) await broker.publish(seq, progressed(job.id));
  await eventually('news after the gap', () => heard.seqs.length > 1);
  expect(heard.seqs).toEqual([3, 8]);
  // Only we know of it.
  expect(broker.answers.missed).toEqual([{ count: 3 }]);
  expect(heard.snapshots).toEqual([[expect.objectContaining({ job: expect.objectContaining({ id: job.id }) })], []]);
});

test('after an event that only a later version knows there is a new snapshot', async () => {
  const broker = await startBroker();
  const { heard } = follow(broker.paths);
  await eventually('the snapshot', () => heard.snapshots.length === 1);

  broker.answers.live = { jobs: [], seq: 2 };
  for (const seq of [1, 2]) await broker.publishForeign(seq);
  await broker.publish(3, progressed(job.id));
  await eventually('what came after it', () => heard.seqs.length > 0);

  expect(heard.snapshots).toHaveLength(2);
  expect(heard.snapshots[1]).toEqual([]);
});

test('when the queue has moved, the places in it are asked for, once for all that moves at a time', async () => {
  const broker = await startBroker();
  const { heard } = follow(broker.paths);
  await eventually('the snapshot', () => heard.snapshots.length === 1);

  for (const seq of [1, 2, 3]) await broker.publish(seq, progressed(job.id));
  await broker.publish(4, completed(job.id));
  await broker.publish(5, completed(job.id));
  await eventually('the places', () => heard.places > 0);

  expect([heard.places, broker.answers.asked]).toEqual([1, 2]);
  expect(heard.snapshots).toHaveLength(1);
});

test('a broker of another version is not taken for one that is gone', async () => {
  const broker = await startBroker({ protocolVersion: CONTROL_VERSION + 1 });
  const { heard, end } = follow(broker.paths);
  expect(await end).toEqual({ id: 'incompatible' });
  expect(heard.snapshots).toEqual([]);
});

test('the end of the broker comes with its last words, if it had any', async () => {
  const words = { brokerId: BROKER_ID, cause: 'idle', message: 'Nobody used it', exitStatus: 0, successor: false };
  const polite = await startBroker();
  const first = follow(polite.paths);
  await eventually('the snapshot', () => first.heard.snapshots.length === 1);
  polite.notify(words);
  polite.end();
  expect(await first.end).toEqual({ id: 'gone', notice: words });

  const killed = await startBroker();
  const second = follow(killed.paths);
  await eventually('the snapshot', () => second.heard.snapshots.length === 1);
  killed.end();
  expect(await second.end).toEqual({ id: 'gone', notice: null });
});

test('where no broker is, nobody is heard', async () => {
  const { paths, end } = await startBroker();
  end();
  expect(await follow(paths).end).toEqual({ id: 'absent' });
  expect(await follow(brokerPaths(tempDir(), 'key2')).end).toEqual({ id: 'absent' });
});

test('whoever stops listening gets the reason back', async () => {
  const broker = await startBroker();
  const { heard, end, stop } = follow(broker.paths);
  await eventually('the snapshot', () => heard.snapshots.length === 1);
  stop.abort(new Error('enough'));
  await expect(end).rejects.toThrow('enough');
});
