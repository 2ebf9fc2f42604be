import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { AccountUse } from '../../src/broker/account-use.ts';
import { Approvals } from '../../src/broker/approvals.ts';
import { Dispatcher } from '../../src/broker/dispatcher.ts';
import { ThreadRouter } from '../../src/broker/router.ts';
import { WriterLane } from '../../src/broker/writer-lane.ts';
import { self } from '../../src/status/liveness.ts';
import type { JobPool } from '../../src/workers/pool.ts';
import { queuedJob } from '../status/jobs.ts';
import { parts } from './parts.ts';

const COMPLETED = { status: 'completed', finalMessage: 'done' } as const;

/** A dispatcher with one job, which waits: its app-server is not there yet. Its threads complete what they are given. */
async function dispatcher() {
  const { directory, brokerId, ledger, store, logged } = await parts();
  const log = (level: string, message: string) => void logged.push(`${level} ${message}`);
  const router = new ThreadRouter();
  const lane = { directory: path.join(directory, 'writer-lock'), brokerId, active: () => store.listActive() };
  const deps = {
    ledger,
    pool: { run: () => ({ outcome: Promise.resolve(COMPLETED), post: () => undefined }) } as never as JobPool,
    router,
    approvals: new Approvals(ledger, log, 0),
    account: new AccountUse(router, () => undefined),
    writerLane: new WriterLane(lane),
    log,
    maxJobs: 1,
  };
  const job = queuedJob();
  ledger.accept(job);
  const made = new Dispatcher(deps);
  made.enqueue(job);
  return { dispatcher: made, job, store, logged };
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
  jobs.open({ identity: self(), state: { id: 'ready', version: '1' }, peer: {} } as never);
  await vi.waitFor(() => expect(jobs.running).toBe(0));

  read.mockRestore();
  expect(store.read(job.id)).toMatchObject({ status: 'completed' });
});
