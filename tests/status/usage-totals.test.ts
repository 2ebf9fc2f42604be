import { mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';
import { finishedName } from '../../src/status/finished-name.ts';
import { JobStore } from '../../src/status/store.ts';
import { REMEMBER_FROM, usageTotals } from '../../src/status/usage-totals.ts';
import { tempDir } from '../support/temp.ts';
import { completedJob, minute, queuedJob } from './jobs.ts';

vi.mock('node:fs', { spy: true });

function withTokens(job: FinishedJob, totalTokens: number | null, sessionId: string | null = null): FinishedJob {
  const usage = totalTokens === null ? null : { ...NO_TOKENS, totalTokens };
  return { ...job, sessionId, work: { ...job.work, usage } };
}

function emptyStore(): JobStore {
  const directory = path.join(tempDir(), 'workspace');
  for (const folder of [directory, path.join(directory, 'finished')]) mkdirSync(folder, { mode: 0o700 });
  return JobStore.open(directory);
}

/** As the store writes it, without the syncs that the end of a real job is worth. */
function put(store: JobStore, job: FinishedJob): void {
  writeFileSync(path.join(store.directory, 'finished', finishedName(job)), JSON.stringify(job));
}

/** So many jobs of one token each, every fourth of the session `mine`. */
function storeOf(count: number): JobStore {
  const store = emptyStore();
  for (let n = 0; n < count; n += 1) {
    put(store, withTokens(completedJob(minute(n)), 1, n % 4 === 0 ? 'mine' : 'theirs'));
  }
  return store;
}

function total(store: JobStore, sessionId: string | null = null) {
  const { jobs, usage } = usageTotals(store, sessionId, []);
  return { jobs, tokens: usage.totalTokens };
}

/** How many records a fresh reader opens for the sum. */
function opened(store: JobStore, sessionId: string | null = null): number {
  vi.mocked(openSync).mockClear();
  total(JobStore.open(store.directory), sessionId);
  const isRecord = (file: unknown) => path.basename(path.dirname(String(file))) === 'finished';
  return vi.mocked(openSync).mock.calls.filter(([file]) => isRecord(file)).length;
}

const memoryOf = (store: JobStore) => path.join(store.directory, 'tokens.json');

test('sums up everybody’s jobs, or those of one session, the active ones with them', () => {
  const store = emptyStore();
  expect(total(store)).toEqual({ jobs: 0, tokens: 0 });
  put(store, withTokens(completedJob(minute(1)), 10, 'mine'));
  put(store, withTokens(completedJob(minute(2)), 200, 'theirs'));
  put(store, withTokens(completedJob(minute(3)), null, 'mine'));
  expect(total(store)).toEqual({ jobs: 2, tokens: 210 });
  expect(total(store, 'mine')).toEqual({ jobs: 1, tokens: 10 });
  expect(total(store, 'nobody')).toEqual({ jobs: 0, tokens: 0 });

  const active = queuedJob();
  const usage = { ...NO_TOKENS, totalTokens: 5 };
  const running = { ...active, work: { ...active.work, usage } };
  expect(usageTotals(store, 'mine', [running])).toMatchObject({ jobs: 2, usage: { totalTokens: 15 } });
  // One that has ended since it was read counts once, as it ended.
  put(store, withTokens({ ...completedJob(minute(4)), id: active.id, logFile: active.logFile }, 7, 'mine'));
  expect(usageTotals(store, 'mine', [running])).toMatchObject({ jobs: 2, usage: { totalTokens: 17 } });
});

test('few jobs leave no trace; of many, each record is opened once', () => {
  const few = storeOf(REMEMBER_FROM - 1);
  expect(opened(few)).toBe(REMEMBER_FROM - 1);
  expect(readdirSync(few.directory)).not.toContain('tokens.json');

  const many = storeOf(2 * REMEMBER_FROM);
  expect(opened(many)).toBe(2 * REMEMBER_FROM);
  expect(opened(many)).toBe(0);
  expect(opened(many, 'mine')).toBe(0);
  expect(total(many)).toEqual({ jobs: 2 * REMEMBER_FROM, tokens: 2 * REMEMBER_FROM });
  expect(total(many, 'mine')).toEqual({ jobs: REMEMBER_FROM / 2, tokens: REMEMBER_FROM / 2 });
  put(many, withTokens(completedJob(minute(999)), 1));
  expect(opened(many)).toBe(1);
});

test('a session opens its own records only', () => {
  expect(opened(storeOf(40), 'mine')).toBe(10);
});

test('records whose names do not say the session count for whose they are', () => {
  const store = storeOf(2 * REMEMBER_FROM);
  const finished = path.join(store.directory, 'finished');
  for (const name of readdirSync(finished)) {
    const [completed, , ...rest] = name.split('.');
    renameSync(path.join(finished, name), path.join(finished, [completed, ...rest].join('.')));
  }
  for (const _reading of [1, 2]) {
    const fresh = JobStore.open(store.directory);
    expect(total(fresh, 'mine')).toEqual({ jobs: REMEMBER_FROM / 2, tokens: REMEMBER_FROM / 2 });
  }
  expect(opened(store, 'theirs')).toBe(0);
});

test('what is no more is forgotten, and counts no more', () => {
  const store = storeOf(2 * REMEMBER_FROM);
  total(store);
  for (const entry of [...store.finishedEntries()].slice(0, REMEMBER_FROM)) store.removeFinished(entry);
  expect(total(JobStore.open(store.directory)).tokens).toBe(REMEMBER_FROM);
  for (let n = 0; n < REMEMBER_FROM; n += 1) {
    put(store, withTokens(completedJob(minute(2_000 + n)), 1));
  }
  expect(total(JobStore.open(store.directory)).tokens).toBe(2 * REMEMBER_FROM);
  expect(Object.keys(JSON.parse(readFileSync(memoryOf(store), 'utf8')).jobs)).toHaveLength(2 * REMEMBER_FROM);
});

test.each(['scribble', '{"version":2,"jobs":{}}', '{"version":1,"jobs":{"a":{"usage":1}}}', ''])(
  'a memory that is of no use is made anew: %j',
  (text) => {
    const store = storeOf(REMEMBER_FROM);
    writeFileSync(memoryOf(store), text);
    expect(total(store).tokens).toBe(REMEMBER_FROM);
    expect(opened(store)).toBe(0);
    rmSync(memoryOf(store));
    expect(total(store).tokens).toBe(REMEMBER_FROM);
  },
);
