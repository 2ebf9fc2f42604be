import { isFinished, type JobRecord } from '../contract/job.ts';
import type { Usage } from '../contract/usage.ts';
import { usageTotals } from '../status/usage-totals.ts';
import type { Context } from './context.ts';

/** Tokens of all stored jobs of a session, or of everybody's. */
export interface UsageReport extends Usage {
  /** Null: everybody's. */
  readonly sessionId: string | null;
  /** How many jobs have told what they used. */
  readonly jobs: number;
}

/** `jobs` are those that are shown; of them the active ones are added to what is stored of finished ones. */
export function usageReport(context: Context, jobs: readonly JobRecord[], all: boolean): UsageReport {
  const sessionId = all ? null : context.config.settings.sessionId;
  const totals = usageTotals(
    context.store,
    sessionId,
    jobs.filter((job) => !isFinished(job)),
  );
  return { sessionId, jobs: totals.jobs, ...totals.usage };
}
