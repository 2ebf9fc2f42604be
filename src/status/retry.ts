import type { JobEvent } from '../contract/event.ts';
import type { Reason } from '../contract/fault.ts';
import type { JobRecord } from '../contract/job.ts';

/** Whose end is not the job's own doing, and need not be the next time. */
export const PASSING: ReadonlySet<Reason> = new Set([
  'app_server_exited',
  'app_server_unresponsive',
  'broker_lost',
  'server_overloaded',
]);

export const FIRST_RETRY_MS = 1_000;
export const LONGEST_RETRY_MS = 60_000;

type Failed = Extract<JobEvent, { type: 'job.failed' }>;

/**
 * What becomes of an attempt that failed: another one, where that was asked for and is safe, else the end. Safe means
 * that the turn has done nothing but think and speak, so that nothing is done twice.
 */
export function endOrRetry(job: JobRecord | null, failed: Failed, nowMs: number = Date.now()): JobEvent {
  if (job?.status !== 'running' || !mayRetry(job, failed.reason)) return failed;
  const { jobId, reason, message } = failed;
  const retryAt = new Date(nowMs + delayMs(job.attempt)).toISOString();
  return {
    type: 'job.retrying',
    jobId,
    reason,
    message,
    attempt: job.attempt + 1,
    of: job.request.retries + 1,
    retryAt,
  };
}

function mayRetry(job: Extract<JobRecord, { status: 'running' }>, reason: Reason): boolean {
  return PASSING.has(reason) && job.stopping === null && !job.work.acted && job.attempt <= job.request.retries;
}

/** Doubles with each attempt; jittered, since what failed one job has often failed others in the same moment. */
function delayMs(attempt: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1)) * (0.75 + Math.random() * 0.25);
}
