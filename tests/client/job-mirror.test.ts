import { expect, test } from 'vitest';
import { JobMirror, type WatchedJob } from '../../src/client/job-mirror.ts';
import { type Envelope, EVENT_VERSION, type JobEvent } from '../../src/contract/event.ts';
import type { JobRecord } from '../../src/contract/job.ts';
import { completedJob, finish, liveJob, minute, queuedJob, runningJob } from '../status/jobs.ts';

const EVERYTHING = { sessionId: null, ended: 100 };

function startMirror(...stored: JobRecord[]) {
  const store = new Map(stored.map((job) => [job.id, job]));
  const mirror = new JobMirror({ lookup: (id) => store.get(id) ?? null, stuckMs: 10_000 });
  return { store, mirror };
}

function idsOf(jobs: readonly WatchedJob[]): string[] {
  return jobs.map(({ job }) => job.id);
}

function envelope(event: JobEvent): Envelope {
  return { v: EVENT_VERSION, brokerId: 'b', seq: 1, streamSeq: 1, at: minute(9), log: null, event };
}

test('those that run come first, then the queue in its order, then the ends, newest first', () => {
  const [late, early] = [runningJob({ createdAt: minute(2) }), runningJob({ createdAt: minute(1) })];
  const [second, first] = [queuedJob({ createdAt: minute(3) }), queuedJob({ createdAt: minute(4) })];
  const [older, newer] = [completedJob(minute(5)), completedJob(minute(6))];
  const { mirror } = startMirror();
  mirror.takeStored([older, second, late, newer, first, early]);
  mirror.takePlaces([liveJob(second, { position: 2 }), liveJob(first, { position: 1 })]);

  expect(idsOf(mirror.jobs(EVERYTHING))).toEqual([early, late, first, second, newer, older].map(({ id }) => id));
  expect(idsOf(mirror.jobs({ ...EVERYTHING, ended: 1 }))).not.toContain(older.id);
});

test('the clocks are those of the broker', () => {
  const job = { ...runningJob(), turnId: 'turn' };
  const { mirror } = startMirror(job);
  const clock = { name: 'idle', inMs: 480_000 } as const;
  mirror.takeSnapshot('key1', [liveJob(job, { runningMs: 300_000, idleMs: 120_000, clock })]);

  const [watched] = mirror.jobs(EVERYTHING);
  expect(watched?.clock?.name).toBe('idle');
  expect(watched?.clock?.inMs).toBeGreaterThan(479_000);
  expect(watched?.clock?.inMs).toBeLessThanOrEqual(480_000);
  expect(watched?.idleMs).toBeGreaterThanOrEqual(120_000);
  expect(watched?.runningMs).toBeGreaterThanOrEqual(300_000);
});

test('what a broker does not tell of any more has ended, or was removed; of other brokers it says nothing', () => {
  const [ended, removed, other] = [runningJob(), runningJob(), runningJob({ brokerKey: 'key2' })];
  const { store, mirror } = startMirror(ended, removed, other);
  mirror.takeStored([ended, removed, other]);
  store.set(ended.id, finish(ended, minute(3)));
  store.delete(removed.id);

  mirror.takeSnapshot('key1', []);

  expect(mirror.jobs(EVERYTHING).map(({ job }) => [job.id, job.status])).toEqual([
    [other.id, 'running'],
    [ended.id, 'completed'],
  ]);
});

test('an event changes a job, and ends it', () => {
  const job = runningJob();
  const { mirror } = startMirror(job);
  mirror.takeSnapshot('key1', [liveJob(job)]);
  mirror.observe(envelope({ type: 'job.turnStarted', jobId: job.id, turnId: 'turn' }));
  expect(mirror.jobs(EVERYTHING)[0]?.job).toMatchObject({ status: 'running', phase: 'running' });
  mirror.observe(envelope({ type: 'job.completed', jobId: job.id, finalMessage: 'done' }));
  expect(mirror.active()).toEqual([]);
  expect(mirror.jobs(EVERYTHING)[0]?.job).toMatchObject({ status: 'completed', finalMessage: 'done' });
});

test('where a job is in the queue is not known from the store', () => {
  const job = queuedJob();
  const { mirror } = startMirror(job);
  const waitingForJob = { id: 'task-000000001-aaaaaaaa', why: 'same Codex thread' } as const;
  mirror.takeSnapshot('key1', [liveJob(job, { position: 1, waitingForJob })]);
  expect(mirror.jobs(EVERYTHING)[0]).toMatchObject({ position: 1, waitingForJob });
  mirror.takeStored([job]);
  expect(mirror.jobs(EVERYTHING)[0]).toMatchObject({ position: null, waitingForJob: null });
});

test('a session sees its own jobs', () => {
  const own = { ...queuedJob(), sessionId: 'mine' };
  const { mirror } = startMirror();
  mirror.takeStored([own, queuedJob(), completedJob(minute(1))]);
  expect(idsOf(mirror.jobs({ sessionId: 'mine', ended: 100 }))).toEqual([own.id]);
});
