import { existsSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FinishedJob } from '../../src/contract/job.ts';
import type { KeepRule } from '../../src/status/keep-rule.ts';
import { olderPartOf } from '../../src/status/log-place.ts';
import { prune } from '../../src/status/prune.ts';
import { markSeen, seenJobs } from '../../src/status/seen.ts';
import { JobStore } from '../../src/status/store.ts';
import { STRAY_AFTER_MS } from '../../src/status/stray-files.ts';
import { markUntold, untoldMarks } from '../../src/status/untold.ts';
import { removeFile } from '../../src/util/directory-entry.ts';
import { tempDir } from '../support/temp.ts';
import { completedJob, finish, minute, queuedJob, runningJob } from './jobs.ts';

vi.mock('../../src/util/directory-entry.ts', { spy: true });

const NOW = Date.parse(minute(1_000));
const KEEP_NOTHING: KeepRule = { newest: null, withinMs: null, unreadWithinMs: null };

/** A store with so many finished jobs, oldest first, each with both parts of a log and a mark. */
function place(count = 3): { directory: string; store: JobStore; jobs: FinishedJob[] } {
  const directory = path.join(tempDir(), 'workspace');
  const store = JobStore.open(directory);
  const jobs = Array.from({ length: count }, (_, n) => completedJob(minute(n)));
  for (const job of jobs) {
    store.write(job, { durable: false });
    giveFiles(store, job.id);
  }
  return { directory, store, jobs };
}

function giveFiles(store: JobStore, id: string): void {
  for (const log of [store.logFile(id), olderPartOf(store.logFile(id))]) writeFileSync(log, 'log\n');
  markSeen(store.directory, id);
}

/** The ids that anything in the folder is named after. */
function traces(directory: string): Set<string> {
  const names = ['active', 'finished', 'logs', 'seen'].flatMap((part) => readdirSync(path.join(directory, part)));
  return new Set(names.flatMap((name) => /task-\w+-\w+/u.exec(name)?.[0] ?? []));
}

function finishedFileOf(directory: string, id = ''): string {
  const finished = path.join(directory, 'finished');
  return path.join(finished, readdirSync(finished).find((name) => name.includes(id)) ?? '');
}

describe('pruning', () => {
  test('removes a job with its logs and its mark, and nothing of the others', async () => {
    const { directory, store, jobs } = place();
    const { removed, kept } = await prune(store, { rule: { ...KEEP_NOTHING, newest: 1 }, nowMs: NOW });
    expect(removed.map(({ id }) => id)).toEqual(jobs.slice(0, 2).map(({ id }) => id));
    expect(kept).toBe(1);
    expect(traces(directory)).toEqual(new Set([jobs[2]?.id]));
    expect(store.list()).toEqual(jobs.slice(2));
    expect(store.read(jobs[0]?.id ?? '')).toBeNull();
  });

  test('as a rehearsal says the same and removes nothing', async () => {
    const { store, jobs } = place();
    const rehearsed = await prune(store, { rule: KEEP_NOTHING, nowMs: NOW, dryRun: true });
    expect(store.list()).toHaveLength(jobs.length);
    expect(seenJobs(store.directory).size).toBe(jobs.length);
    expect((await prune(store, { rule: KEEP_NOTHING, nowMs: NOW })).removed).toEqual(rehearsed.removed);
  });

  test('never touches active jobs, and no end of a job that still has an active file', async () => {
    const { directory, store } = place(0);
    const [waiting, running, ended] = [queuedJob(), runningJob(), runningJob()];
    for (const job of [waiting, running]) store.write(job, { durable: false });
    store.write(finish(ended, minute(1)), { durable: false });
    // As after a crash between the two steps of an end: without the second file the job would run again.
    writeFileSync(path.join(directory, 'active', `${ended.id}.json`), JSON.stringify(ended));
    for (const { id } of [waiting, running, ended]) giveFiles(store, id);
    const { removed, kept } = await prune(store, { rule: KEEP_NOTHING, nowMs: NOW });
    expect([removed, kept]).toEqual([[], 1]);
    expect(traces(directory)).toEqual(new Set([waiting.id, running.id, ended.id]));
  });

  test('keeps what is damaged, of a newer version or set aside, with its log', async () => {
    const { directory, store, jobs } = place(4);
    const [scribbled, newer, aside, sound] = jobs.map(({ id }) => id);
    writeFileSync(finishedFileOf(directory, scribbled), 'scribble');
    writeFileSync(finishedFileOf(directory, newer), '{"schemaVersion":99}');
    const file = finishedFileOf(directory, aside);
    renameSync(file, path.join(directory, 'quarantine', path.basename(file)));
    const { removed } = await prune(store, { rule: KEEP_NOTHING, nowMs: Date.now() + 2 * STRAY_AFTER_MS });
    expect(removed.map(({ id }) => id)).toEqual([sound]);
    expect(traces(directory)).toEqual(new Set([scribbled, newer, aside]));
    expect(readdirSync(path.join(directory, 'quarantine'))).toEqual([path.basename(file)]);
  });

  test('keeps both ends of a job that has two', async () => {
    const { directory, store, jobs } = place(1);
    const { id = '' } = jobs[0] ?? {};
    const file = finishedFileOf(directory, id);
    writeFileSync(path.join(directory, 'finished', `zzzzzzzzz.0.${id}.json`), 'scribble');
    expect((await prune(store, { rule: KEEP_NOTHING, nowMs: Number.MAX_SAFE_INTEGER })).removed).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });

  test('removes logs and marks that a killed run has left, once they are a day old', async () => {
    const { directory, store, jobs } = place(2);
    const { id = '' } = jobs[0] ?? {};
    renameSync(finishedFileOf(directory, id), path.join(directory, 'elsewhere'));
    for (const job of jobs) markUntold(directory, job.id, 'program');
    const untold = path.join(directory, 'untold', `${id}.program`);
    const keepAll = { ...KEEP_NOTHING, newest: 10 };
    expect((await prune(store, { rule: keepAll, nowMs: Date.now() })).strays).toBe(0);
    const old = (Date.now() - STRAY_AFTER_MS - 60_000) / 1_000;
    for (const file of [store.logFile(id), olderPartOf(store.logFile(id)), path.join(directory, 'seen', id), untold])
      utimesSync(file, old, old);
    expect((await prune(store, { rule: keepAll, nowMs: Date.now(), dryRun: true })).strays).toBe(4);
    expect((await prune(store, { rule: keepAll, nowMs: Date.now() })).strays).toBe(4);
    expect(untoldMarks(directory).map((mark) => mark.id)).toEqual([jobs[1]?.id]);
    expect(traces(directory)).toEqual(new Set([jobs[1]?.id]));
  });

  test('leaves a job whole that cannot be removed, says why, and goes on with the others', async () => {
    const { directory, store, jobs } = place();
    const [held, ...others] = jobs.map(({ id }) => id);
    const real = await vi.importActual<typeof import('../../src/util/directory-entry.ts')>(
      '../../src/util/directory-entry.ts',
    );
    onTestFinished(() => void vi.mocked(removeFile).mockReset());
    vi.mocked(removeFile).mockImplementation((file) => {
      if (file.includes(`finished${path.sep}`) && file.includes(`${held}`))
        throw new Error('EACCES: permission denied');
      real.removeFile(file);
    });

    const { removed, kept, problem } = await prune(store, { rule: KEEP_NOTHING, nowMs: NOW });

    expect(removed.map(({ id }) => id)).toEqual(others);
    expect({ kept, problem }).toEqual({ kept: 1, problem: `Cannot remove ${held}: EACCES: permission denied` });
    expect(store.list()).toEqual([jobs[0]]);
    expect(existsSync(store.logFile(`${held}`))).toBe(true);
    expect([...seenJobs(directory)]).toEqual([held]);
  });

  test('stops when it is told to, and leaves whole jobs', async () => {
    const { directory, store, jobs } = place(40);
    const stop = new AbortController();
    const pruning = prune(store, { rule: KEEP_NOTHING, nowMs: NOW, signal: stop.signal });
    stop.abort();
    const { removed, kept } = await pruning;
    expect(removed.length).toBeLessThan(jobs.length);
    expect(removed.length + kept).toBe(jobs.length);
    expect(traces(directory)).toEqual(new Set(jobs.slice(removed.length).map(({ id }) => id)));
    expect((await prune(store, { rule: KEEP_NOTHING, nowMs: NOW })).kept).toBe(0);
  });

  test('twice at the same time is harmless', async () => {
    const { directory, store } = place(40);
    const runs = await Promise.all(
      [store, JobStore.open(directory)].map((s) => prune(s, { rule: KEEP_NOTHING, nowMs: NOW })),
    );
    expect(runs.map(({ kept }) => kept)).toEqual([expect.any(Number), expect.any(Number)]);
    expect([...traces(directory)]).toEqual([]);
  });
});
