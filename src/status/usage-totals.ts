import type { JobRecord } from '../contract/job.ts';
import { addUsage, type Usage } from '../contract/usage.ts';
import { parseFinishedName, sessionTagOf, usageIn } from './finished-name.ts';
import type { JobStore } from './store.ts';
import { type Checkpoint, keepCheckpoint, NO_CHECKPOINT, readCheckpoint } from './usage-checkpoint.ts';

/** What the jobs of a session have used, or those of everybody. */
export interface UsageTotals {
  /** How many jobs have told what they used. */
  readonly jobs: number;
  readonly usage: Usage;
}

/** A checkpoint is made when so many jobs have ended that none covers. */
export const CHECKPOINT_AFTER = 512;

/** The newest jobs are left out of it: an end may still be filed among them, and a second one of the same job. */
const UNSETTLED = 64;

/**
 * Sums up the stored jobs of a session, or of everybody (null). `active` are the active jobs among them. Those that have ended are
 * read from the names of their files, and most of many from a checkpoint: none is opened for this.
 */
export function usageTotals(store: JobStore, sessionId: string | null, active: readonly JobRecord[]): UsageTotals {
  const tag = sessionId === null ? null : sessionTagOf(sessionId);
  const names = store.finishedNames();
  const checkpoint = checkpointOf(store.directory, tag, names);
  const { told, ids } = usageOf(names.slice(checkpoint.count), tag);
  for (const { id, work } of active) {
    if (!ids.has(id) && work.usage !== null) told.push(work.usage);
  }
  return sum(checkpoint, told);
}

function checkpointOf(directory: string, tag: string | null, names: readonly string[]): Checkpoint {
  if (names.length <= CHECKPOINT_AFTER) return NO_CHECKPOINT;
  const known = readCheckpoint(directory, tag, names);
  const count = names.length - UNSETTLED;
  if (count - known.count <= CHECKPOINT_AFTER) return known;
  const { told } = usageOf(names.slice(known.count, count), tag);
  const next = { count, last: names[count - 1] ?? '', ...sum(known, told) };
  keepCheckpoint(directory, tag, next);
  return next;
}

/** `ids` are those of all jobs, also of those that have told nothing. */
function usageOf(names: readonly string[], tag: string | null): { told: Usage[]; ids: Set<string> } {
  const told: Usage[] = [];
  const ids = new Set<string>();
  for (const name of names) {
    const entry = parseFinishedName(name);
    // Should there be two ends of a job, one of them counts.
    if (entry === null || (tag !== null && entry.sessionTag !== tag) || ids.has(entry.id)) continue;
    ids.add(entry.id);
    if (entry.tokens !== null) told.push(usageIn(entry.tokens));
  }
  return { told, ids };
}

function sum({ jobs, usage }: UsageTotals, told: readonly Usage[]): UsageTotals {
  return { jobs: jobs + told.length, usage: told.reduce(addUsage, usage) };
}
