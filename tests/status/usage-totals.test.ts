import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';
import { finishedName } from '../../src/status/finished-name.ts';
import { JobStore } from '../../src/status/store.ts';
import { usageTotals } from '../../src/status/usage-totals.ts';
import { tempDir } from '../support/temp.ts';
import { completedJob, minute, queuedJob } from './jobs.ts';

function withTokens(job: FinishedJob, totalTokens: number | null, sessionId: string | null = null): FinishedJob {
  const usage = totalTokens === null ? null : { ...NO_TOKENS, totalTokens };
  return { ...job, sessionId, work: { ...job.work, usage } };
}

function emptyStore(): JobStore {
  const directory = path.join(tempDir(), 'workspace');
  for (const folder of [directory, path.join(directory, 'finished')]) mkdirSync(folder, { mode: 0o700 });
  return JobStore.open(directory);
}

/** As the store names it. That is all that is read: there is nothing in the file. */
function put(store: JobStore, job: FinishedJob): void {
  writeFileSync(path.join(store.directory, 'finished', finishedName(job)), '');
}

function total(store: JobStore, sessionId: string | null = null) {
  const { jobs, usage } = usageTotals(store, sessionId, []);
  return { jobs, tokens: usage.totalTokens };
}

test('sums up everybody’s jobs, or those of one session, without opening one', () => {
  const store = emptyStore();
  expect(total(store)).toEqual({ jobs: 0, tokens: 0 });
  put(store, withTokens(completedJob(minute(1)), 10, 'mine'));
  put(store, withTokens(completedJob(minute(2)), 200, 'theirs'));
  put(store, withTokens(completedJob(minute(3)), null, 'mine'));
  expect(total(store)).toEqual({ jobs: 2, tokens: 210 });
  expect(total(store, 'mine')).toEqual({ jobs: 1, tokens: 10 });
  expect(total(store, 'nobody')).toEqual({ jobs: 0, tokens: 0 });
  expect(store.damaged).toEqual([]);
});

test('an active job counts, and once when it has ended since it was read', () => {
  const store = emptyStore();
  put(store, withTokens(completedJob(minute(1)), 10, 'mine'));
  const active = queuedJob();
  const running = { ...active, work: { ...active.work, usage: { ...NO_TOKENS, totalTokens: 5 } } };
  expect(usageTotals(store, 'mine', [running])).toMatchObject({ jobs: 2, usage: { totalTokens: 15 } });

  const ended = { ...completedJob(minute(4)), id: active.id, logFile: active.logFile };
  put(store, withTokens(ended, 7, 'mine'));
  put(store, withTokens({ ...ended, completedAt: minute(5) }, 7, 'mine'));
  expect(usageTotals(store, 'mine', [running])).toMatchObject({ jobs: 2, usage: { totalTokens: 17 } });
});

test('records whose names do not say what was used do not count', () => {
  const store = emptyStore();
  put(store, withTokens(completedJob(minute(1)), 10));
  put(store, withTokens(completedJob(minute(2)), 200));
  const finished = path.join(store.directory, 'finished');
  const [first = ''] = readdirSync(finished).sort();
  const [completed, , , ...rest] = first.split('.');
  renameSync(path.join(finished, first), path.join(finished, [completed, ...rest].join('.')));
  expect(total(store)).toEqual({ jobs: 1, tokens: 200 });
});
