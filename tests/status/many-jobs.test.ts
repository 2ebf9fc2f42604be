import { openSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { JobStore, QUARANTINE_LOOKS_AT } from '../../src/status/store.ts';
import { tempDir } from '../support/temp.ts';
import { completedJob, minute, queuedJob } from './jobs.ts';

vi.mock('node:fs', { spy: true });

const MANY = 300;

/** Of every ten jobs one is of the session `mine`; the last one is the newest. */
function manyJobs(): { directory: string; jobs: FinishedJob[] } {
  const directory = path.join(tempDir(), 'workspace');
  const store = JobStore.open(directory);
  const jobs = Array.from({ length: MANY }, (_, n) => ({
    ...completedJob(minute(n)),
    sessionId: n % 10 === 0 ? 'mine' : 'other',
  }));
  for (const job of jobs) store.write(job, { durable: false });
  return { directory, jobs };
}

/** How many records and how many directories a fresh store reads for `use`. */
function readsOf(directory: string, use: (store: JobStore) => void): { records: number; listings: number } {
  const store = JobStore.open(directory);
  vi.mocked(openSync).mockClear();
  vi.mocked(readdirSync).mockClear();
  use(store);
  const records = vi.mocked(openSync).mock.calls.filter(([file]) => String(file).endsWith('.json'));
  const finished = path.join(directory, 'finished');
  return {
    records: records.length,
    listings: vi.mocked(readdirSync).mock.calls.filter(([place]) => place === finished).length,
  };
}

test('a list opens no more records than it has jobs, however many there are, and looks at their names once', () => {
  const { directory, jobs } = manyJobs();
  const waiting = [queuedJob(), queuedJob(), queuedJob()];
  for (const job of waiting) JobStore.open(directory).write(job, { durable: false });
  const reads = readsOf(directory, (store) => {
    const listed = new Set(store.list({ finishedLimit: 8 }).map(({ id }) => id));
    expect(listed).toEqual(new Set([...waiting, ...jobs.slice(-8)].map(({ id }) => id)));
  });
  expect(reads).toEqual({ records: waiting.length + 8, listings: 1 });
});

test('a list for a session also opens no more than it has, however far back those are', () => {
  const { directory, jobs } = manyJobs();
  const mine = jobs.filter(({ sessionId }) => sessionId === 'mine').slice(-8);
  const reads = readsOf(directory, (store) => {
    const listed = store.list({ finishedLimit: 8, sessionId: 'mine' });
    expect(listed).toEqual(expect.arrayContaining([...mine, ...jobs.slice(-8)]));
  });
  expect(reads).toEqual({ records: 16, listings: 1 });
});

test('the newest jobs of a session are opened one by one, as they are taken', () => {
  const { directory } = manyJobs();
  const reads = readsOf(directory, (store) => {
    for (const job of store.newestFinished({ sessionId: 'mine' })) {
      expect(job.completedAt).toBe(minute(MANY - 10));
      break;
    }
  });
  expect(reads).toEqual({ records: 1, listings: 1 });
});

test('a job is read by its id without another one being opened', () => {
  const { directory, jobs } = manyJobs();
  const [oldest] = jobs;
  const reads = readsOf(directory, (store) => expect(store.read(oldest?.id ?? '')).toEqual(oldest));
  expect(reads.records).toBeLessThanOrEqual(2);
});

test('records whose names do not say the session are read, and count for whose they are', () => {
  const { directory, jobs } = manyJobs();
  const finished = path.join(directory, 'finished');
  for (const name of readdirSync(finished)) {
    const [completed, , ...rest] = name.split('.');
    renameSync(path.join(finished, name), path.join(finished, [completed, ...rest].join('.')));
  }
  const store = JobStore.open(directory);
  const mine = jobs.filter(({ sessionId }) => sessionId === 'mine').reverse();
  expect(store.listFinished({ sessionId: 'mine' })).toEqual(mine);
  expect(store.listFinished()).toEqual(jobs.toReversed());
  expect(mine.map(({ id }) => store.read(id))).toEqual(mine);
  for (const job of jobs) expect(() => store.write(job, { durable: false })).toThrow('Cannot change');
});

test('the holder of the lock looks at the active records and the newest finished ones for damage, not at all of them', () => {
  const { directory, jobs } = manyJobs();
  const names = readdirSync(path.join(directory, 'finished')).sort();
  const spoil = (name = '') => writeFileSync(path.join(directory, 'finished', name), 'scribble');
  spoil(names.at(-1));
  spoil(names[0]);
  const reads = readsOf(directory, (store) => expect(store.quarantine()).toHaveLength(1));
  expect(reads.records).toBeLessThanOrEqual(QUARANTINE_LOOKS_AT + 2);

  // The old one stays where it is, and whoever reads it tells of it.
  const store = JobStore.open(directory);
  expect(store.list()).toHaveLength(MANY - 2);
  expect(store.damaged).toMatchObject([{ file: path.join(directory, 'finished', names[0] ?? '') }]);
  expect(store.read(jobs[0]?.id ?? '')).toBeNull();
});

test('a damaged record among the newest is told of, and takes the place of no other', () => {
  const { directory, jobs } = manyJobs();
  const newest = readdirSync(path.join(directory, 'finished')).sort().at(-1) ?? '';
  writeFileSync(path.join(directory, 'finished', newest), 'scribble');
  const store = JobStore.open(directory);
  expect(store.list({ finishedLimit: 8, sessionId: 'mine' })).toEqual(expect.arrayContaining(jobs.slice(-9, -1)));
  expect(store.damaged).toMatchObject([{ kind: 'malformed' }]);
});
