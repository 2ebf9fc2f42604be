import type { JobRecord } from '../contract/job.ts';
import { addUsage, NO_TOKENS, type Usage } from '../contract/usage.ts';
import { sessionTagOf, usageIn } from './finished-name.ts';
import type { JobStore } from './store.ts';

/** What the jobs of a session have used, or those of everybody. */
export interface UsageTotals {
  /** How many jobs have told what they used. */
  readonly jobs: number;
  readonly usage: Usage;
}

/**
 * Sums up the stored jobs of a session, or of everybody (null). `active` are the active jobs among them. Those that have ended are
 * read from the names of their files: there may be thousands, and none is opened for this.
 */
export function usageTotals(store: JobStore, sessionId: string | null, active: readonly JobRecord[]): UsageTotals {
  const tag = sessionId === null ? null : sessionTagOf(sessionId);
  const told: Usage[] = [];
  // Should there be two ends of a job, one of them counts.
  const ended = new Set<string>();
  for (const { id, sessionTag, tokens } of store.finishedEntries()) {
    if ((tag !== null && sessionTag !== tag) || ended.has(id)) continue;
    ended.add(id);
    if (tokens !== null) told.push(usageIn(tokens));
  }
  for (const { id, work } of active) {
    if (!ended.has(id) && work.usage !== null) told.push(work.usage);
  }
  return { jobs: told.length, usage: told.reduce(addUsage, NO_TOKENS) };
}
