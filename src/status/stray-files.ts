import { lstatSync } from 'node:fs';
import { isJobId } from '../contract/ids.ts';
import { namesIn } from '../util/names-in.ts';
import { within } from '../util/within.ts';
import { markOf, seenJobs } from './seen.ts';
import type { JobStore } from './store.ts';
import { untoldMarks } from './untold.ts';

/** Younger ones are left alone: a record that somebody removed by hand may be written again. */
export const STRAY_AFTER_MS = 24 * 3_600_000;

/** Logs and marks of jobs that have no record, not even a damaged one. */
export function strayFiles(store: JobStore, nowMs: number): string[] {
  // Before the jobs are looked at: a job has its record before it has anything else.
  const logs = namesIn(store.logDirectory).map((name) => ({ id: name.split('.')[0] ?? '', name }));
  const marks = [...seenJobs(store.directory)];
  const untold = untoldMarks(store.directory);
  const known = store.idsOnDisk();
  const stray = [
    ...logs.filter(({ id }) => isJobId(id) && !known.has(id)).map(({ name }) => within(store.logDirectory, name)),
    ...marks.filter((id) => !known.has(id)).map((id) => markOf(store.directory, id)),
    ...untold.filter(({ id }) => !known.has(id)).map(({ file }) => file),
  ];
  return stray.filter((file) => isOlder(file, nowMs - STRAY_AFTER_MS));
}

function isOlder(file: string, thanMs: number): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < thanMs;
}
