import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { AccountUse } from '../../src/broker/account-use.ts';
import { Approvals } from '../../src/broker/approvals.ts';
import type { AppServer } from '../../src/broker/child/app-server.ts';
import { Dispatcher } from '../../src/broker/dispatcher.ts';
import { ThreadRouter } from '../../src/broker/router.ts';
import { WriterLane } from '../../src/broker/writer-lane.ts';
import type { Peer } from '../../src/rpc/peer.ts';
import { self } from '../../src/status/liveness.ts';
import { deferred } from '../../src/util/deferred.ts';
import type { JobPool } from '../../src/workers/pool.ts';
import { queuedJob } from '../status/jobs.ts';
import { parts } from './parts.ts';

const COMPLETED = { status: 'completed', finalMessage: 'done' } as const;

const completes: JobPool['run'] = () => ({ outcome: Promise.resolve(COMPLETED), post: () => undefined });

/** A dispatcher with one job, which waits: its app-server is not there yet. Its threads complete what they are given. */
async function dispatcher(run = completes) {
  const { directory, brokerId, ledger, store, logged } = await parts();
  const log = (level: string, message: string) => void logged.push(`${level} ${message}`);
  const router = new ThreadRouter();
  const lane = { directory: path.join(directory, 'writer-lock'), brokerId, active: () => store.listActive() };
  const deps = {
    ledger,
    pool: { run } as JobPool,
    router,
    approvals: new Approvals(ledger, log, 0),
    account: new AccountUse(router, () => undefined),
    writerLane: new WriterLane(lane),
    log,
    sweepThreads: async () => 0,
    maxJobs: 1,
  };
  const job = queuedJob();
  ledger.accept(job);
  const made = new Dispatcher(deps);
  made.enqueue(job);
  return { dispatcher: made, job, ledger, store, logged };
}

function appServer(request: Peer['request'] = async () => ({})) {
  return { identity: self(), state: { id: 'ready', version: '1' }, peer: { request } } as AppServer;
}

test('a stop that nobody waits for, and that the disk refuses, is logged: the job waits on', async () => {
  const { dispatcher: jobs, job, store, logged } = await dispatcher();
  const write = vi.spyOn(store, 'write').mockImplementation(() => {
    throw new Error('No space left');
  });
  jobs.requestStop(job.id, { cause: 'queue_timeout' });
  await vi.waitFor(() => expect(logged).toEqual([`error Cannot stop ${job.id} (queue_timeout): No space left`]));
  expect(jobs.positionOf(job.id)).toBe(1);

  write.mockRestore();
  jobs.requestStop(job.id, { cause: 'queue_timeout' });
  expect(store.read(job.id)).toMatchObject({ status: 'failed', reason: 'queue_timeout' });
  expect(jobs.queued).toBe(0);
});

test('the end of a job reads nothing from the disk, which may refuse', async () => {
  const { dispatcher: jobs, job, store } = await dispatcher();
  const read = vi.spyOn(store, 'read').mockImplementation(() => {
    throw new Error('EMFILE: too many open files');
  });
  jobs.open(appServer());
  await vi.waitFor(() => expect(jobs.running).toBe(0));

  read.mockRestore();
  expect(store.read(job.id)).toMatchObject({ status: 'completed' });
});

test('a thread is resumed when the job that began it has given it back, not when that job has ended', async () => {
  const call = { type: 'call', callId: 1, method: 'thread/start', params: {} } as const;
  const resolved = { model: null, effort: null, sandbox: null, approvalPolicy: null, codexVersion: null };
  const run: JobPool['run'] = (_input, _signal, onMessage) => {
    const opened = deferred<typeof COMPLETED>();
    onMessage(call);
    return {
      outcome: opened.promise,
      post: () => {
        onMessage({ type: 'threadReady', threadId: 't', resolved });
        opened.resolve(COMPLETED);
      },
    };
  };
  const { dispatcher: jobs, job, ledger, store } = await dispatcher(run);
  const unsubscribed = deferred<object>();
  const request = async (method: string) =>
    method === 'thread/unsubscribe' ? unsubscribed.promise : { thread: { id: 't' } };
  jobs.open(appServer(request));
  await vi.waitFor(() => expect(store.read(job.id)).toMatchObject({ status: 'completed' }));

  const next = queuedJob();
  const resuming = { ...next, request: { ...next.request, resumeThreadId: 't' } };
  ledger.accept(resuming);
  expect(jobs.enqueue(resuming)).toBe(1);
  expect(jobs.waitingForJob(next.id)).toEqual({ id: job.id, why: 'same Codex thread' });
  expect(jobs.queued).toBe(1);

  unsubscribed.resolve({});
  await vi.waitFor(() => expect(store.read(next.id)).toMatchObject({ status: 'completed' }));
});
