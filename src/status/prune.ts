import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { messageOf } from '../contract/fault.ts';
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
  /** Why jobs that should have been removed are among `kept`: the first such sentence. Null when none is. */
  readonly problem: string | null;
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
  let [tried, problem]: [number, string | null] = [0, null];
  for (const entry of candidates) {
    if (signal?.aborted) break;
    const why = dryRun ? null : removeWhole(store, entry);
    if (why === null) removed.push(entry);
    problem ??= why;
    tried += 1;
    if (!dryRun && tried % AT_ONCE === 0) await yieldToOthers();
  }
  const found = signal?.aborted ? [] : strayFiles(store, nowMs);
  const strays = dryRun ? found : found.filter(removeIfPossible);
  const kept = judged.kept + judged.removable.length - removed.length;
  return { removed, kept, keptUnread: judged.keptUnread, strays: strays.length, problem };
}

/** Null when the job is gone. Else why it is not: then its log and its mark are where they were, too. */
function removeWhole(store: JobStore, entry: FinishedEntry): string | null {
  const { id } = entry;
  try {
    store.removeFinished(entry);
  } catch (error) {
    return `Cannot remove ${id}: ${messageOf(error)}`;
  }
  removeIfPossible(store.logFile(id));
  removeIfPossible(olderPartOf(store.logFile(id)));
  forgetSeen(store.directory, [id]);
  return null;
}
