import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { Announcer, MAX_AT_ONCE, TELL_WITHIN_MS } from '../../src/notify/announcer.ts';
import type { Channel, Told } from '../../src/notify/channel.ts';
import { JobStore } from '../../src/status/store.ts';
import { type Deferred, deferred } from '../../src/util/deferred.ts';
import { completedJob, runningJob } from '../status/jobs.ts';
import { tempDir } from '../support/temp.ts';

const DONE: Told = { ok: true, remark: null };

/** A workspace, and brokers one after the other that tell of its jobs by a channel that takes as long as the test wants. */
function place(maxWaiting?: number, read?: (id: string) => never) {
  const store = JobStore.open(path.join(tempDir(), 'workspace'));
  const logged: string[] = [];
  const told: Array<{ readonly job: FinishedJob; readonly done: Deferred<Told>; readonly signal: AbortSignal }> = [];
  const channel: Channel = {
    setting: 'on_job_end',
    name: 'program',
    tell: (job, signal) => {
      const done = deferred<Told>();
      told.push({ job, done, signal });
      signal.addEventListener('abort', () => done.resolve({ ok: false, why: 'ended' }));
      return done.promise;
    },
  };
  const broker = () => {
    const announcer = new Announcer({
      channel,
      directory: store.directory,
      read: read ?? ((id) => store.read(id)),
      log: (level, message) => void logged.push(`${level} ${message}`),
      ...(maxWaiting === undefined ? {} : { maxWaiting }),
    });
    onTestFinished(() => announcer.close(0));
    return announcer;
  };
  const end = (at = new Date().toISOString()): FinishedJob => {
    const job = completedJob(at);
    store.write(job, { durable: false });
    return job;
  };
  return {
    store,
    logged,
    broker,
    end,
    told,
    ids: () => told.map(({ job }) => job.id),
    untold: () => readdirSync(path.join(store.directory, 'untold')),
  };
}

test('a job that was expected is told of when it has ended, once, however often that is said', async () => {
  const { broker, end, told, ids, untold, logged } = place();
  const announcer = broker();
  const job = end();
  announcer.expect(job.id);
  for (let n = 0; n < 3; n += 1) announcer.ended(job.id);
  announcer.resume();
  await vi.waitFor(() => expect(ids()).toEqual([job.id]));
  told[0]?.done.resolve({ ok: true, remark: 'it said: hello' });
  await vi.waitFor(() => expect(logged).toEqual([`info on_job_end was told of ${job.id}: it said: hello`]));
  announcer.ended(job.id);
  await announcer.close();
  expect(ids()).toEqual([job.id]);
  expect(untold()).toEqual([]);
});

test('a job that was accepted without the setting is not told of, and one that goes on neither', async () => {
  const { store, broker, end, ids, untold } = place();
  const announcer = broker();
  const running = runningJob();
  store.write(running, { durable: false });
  announcer.expect(running.id);
  announcer.ended(end().id);
  announcer.resume();
  announcer.ended(running.id);
  await announcer.close();
  expect(ids()).toEqual([]);
  expect(untold()).toEqual([`${running.id}.program`]);
});

test('so many at once, the others in their order; a failure is a line in the log and no more', async () => {
  const { broker, end, told, ids, logged } = place();
  const announcer = broker();
  const jobs = Array.from({ length: MAX_AT_ONCE + 2 }, () => end());
  for (const { id } of jobs) announcer.expect(id);
  for (const { id } of jobs) announcer.ended(id);
  await vi.waitFor(() => expect(told).toHaveLength(MAX_AT_ONCE));
  told[1]?.done.reject(new Error('broken'));
  await vi.waitFor(() => expect(told).toHaveLength(MAX_AT_ONCE + 1));
  expect(logged).toEqual([`error on_job_end was told of ${jobs[1]?.id} in vain: broken`]);
  told[0]?.done.resolve(DONE);
  await vi.waitFor(() => expect(ids()).toEqual(jobs.map(({ id }) => id)));
});

test('what a broker did not come to tell, the next one tells; what it had begun to tell, nobody tells again', async () => {
  const { broker, end, told, ids } = place();
  const killed = broker();
  const jobs = Array.from({ length: MAX_AT_ONCE + 1 }, () => end());
  for (const { id } of jobs) killed.expect(id);
  for (const { id } of jobs) killed.ended(id);
  await vi.waitFor(() => expect(told).toHaveLength(MAX_AT_ONCE));

  const [next, another] = [broker(), broker()];
  next.resume();
  another.resume();
  await vi.waitFor(() => expect(told).toHaveLength(MAX_AT_ONCE + 1));
  for (const { done } of told) done.resolve(DONE);
  await Promise.all([killed.close(), next.close(), another.close()]);
  expect(ids().sort()).toEqual(jobs.map(({ id }) => id).sort());
});

test('at its end a broker waits no longer than it may: what runs is ended, and what waits is left to the next one', async () => {
  const { broker, end, told, untold, logged } = place();
  const announcer = broker();
  const jobs = Array.from({ length: MAX_AT_ONCE + 1 }, () => end());
  for (const { id } of jobs) announcer.expect(id);
  for (const { id } of jobs) announcer.ended(id);
  await vi.waitFor(() => expect(told).toHaveLength(MAX_AT_ONCE));
  await announcer.close(1);
  expect(told.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  expect(untold()).toEqual([`${jobs.at(-1)?.id}.program`]);
  expect(logged).toHaveLength(MAX_AT_ONCE);
});

test('what a channel knows not to have got through is left to the next broker, too', async () => {
  const { broker, end, told, ids, untold } = place();
  const job = end();
  const first = broker();
  first.expect(job.id);
  first.ended(job.id);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  told[0]?.done.resolve({ ok: false, why: 'status 500; the broker ends', later: true });
  await first.close();
  expect(untold()).toEqual([`${job.id}.program`]);

  broker().resume();
  await vi.waitFor(() => expect(ids()).toEqual([job.id, job.id]));
});

test('what ended too long ago is not told any more', async () => {
  const { broker, end, ids, untold, logged } = place();
  const old = end(new Date(Date.now() - TELL_WITHIN_MS - 1_000).toISOString());
  const announcer = broker();
  announcer.expect(old.id);
  announcer.resume();
  await announcer.close();
  expect([ids(), untold()]).toEqual([[], []]);
  expect(logged).toEqual([`info on_job_end was not told of ${old.id}, which ended at ${old.completedAt}`]);
});

test('of more than fit into memory, the rest is found on disk', async () => {
  const { broker, end, told } = place(2);
  const announcer = broker();
  const jobs = Array.from({ length: 9 }, () => end());
  for (const { id } of jobs) announcer.expect(id);
  for (const { id } of jobs) announcer.ended(id);
  await vi.waitFor(() => {
    for (const { done } of told) done.resolve(DONE);
    expect(new Set(told.map(({ job }) => job.id)).size).toBe(jobs.length);
  });
  expect(told).toHaveLength(jobs.length);
});

test('a store that cannot be read harms nobody: the job is left to the next broker', async () => {
  const { broker, end, logged, untold } = place(undefined, () => {
    throw new Error('EMFILE');
  });
  const announcer = broker();
  const job = end();
  announcer.expect(job.id);
  announcer.ended(job.id);
  announcer.resume();
  await announcer.close();

  expect(new Set(logged)).toEqual(new Set([`error on_job_end is not told of ${job.id}: EMFILE`]));
  expect(untold()).toHaveLength(1);
});
