import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { FinishedEntry } from './finished-name.ts';
import { judge, type KeepRule } from './keep-rule.ts';
import { olderPartOf } from './log-place.ts';
import { removeIfPossible } from './remove-file.ts';
import { forgetSeen, seenJobs } from './seen.ts';
import type { JobStore } from './store.ts';
import { strayFiles } from './stray-files.ts';

/** So many jobs are removed in one go; whoever else runs in this process has its turn in between. */
const AT_ONCE = 10;

export interface PruneOptions {
  readonly rule: KeepRule;
  readonly nowMs: number;
  readonly dryRun?: boolean;
  /** Leaves the rest for the next time. */
  readonly signal?: AbortSignal;
}

export interface Pruned {
  /** Oldest first. */
  readonly removed: readonly FinishedEntry[];
  /** Finished jobs that are still there. */
  readonly kept: number;
  readonly keptUnread: number;
  /** Logs and marks without a job, which a run that was killed had left. */
  readonly strays: number;
}

/**
 * Removes the finished jobs that no part of the rule keeps. A job goes record first: from that moment it is gone as a
 * whole, and what a crash leaves of it, its log and its mark, belongs to no job and is removed by the next run. The
 * other way round a crash would leave a job without its log.
 *
 * Needs no lock: finished records never change, and to remove one twice is harmless.
 */
export async function prune(store: JobStore, { rule, nowMs, dryRun = false, signal }: PruneOptions): Promise<Pruned> {
  const seen = seenJobs(store.directory);
  const judged = judge(store.finishedEntries(), rule, seen, nowMs);
  const candidates = store.removable(judged.removable);
  const removed: FinishedEntry[] = [];
  for (const entry of candidates) {
    if (signal?.aborted) break;
    if (!dryRun) removeWhole(store, entry);
    removed.push(entry);
    if (!dryRun && removed.length % AT_ONCE === 0) await yieldToOthers();
  }
  const strays = signal?.aborted ? [] : strayFiles(store, nowMs);
  if (!dryRun) for (const file of strays) removeIfPossible(file);
  const kept = judged.kept + judged.removable.length - removed.length;
  return { removed, kept, keptUnread: judged.keptUnread, strays: strays.length };
}

function removeWhole(store: JobStore, entry: FinishedEntry): void {
  const { id } = entry;
  store.removeFinished(entry);
  removeIfPossible(store.logFile(id));
  removeIfPossible(olderPartOf(store.logFile(id)));
  forgetSeen(store.directory, [id]);
}
