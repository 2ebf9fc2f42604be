import type { JobEvent } from '../contract/event.ts';
import type { Interruption, JobRecord, StopCause } from '../contract/job.ts';
import { stopMessage } from './stop-message.ts';

/** Why a job is ended from outside: somebody asked for it, or one of its clocks ran out. */
export type Stop = { readonly cause: 'cancel'; readonly by: string } | { readonly cause: Exclude<StopCause, 'cancel'> };

/** The event that ends a stopped job. `job` is its record before that, for what the message says. */
export function endingOf(
  jobId: string,
  stop: Stop,
  job: JobRecord | null,
  interruption: Interruption | null,
): JobEvent {
  if (stop.cause === 'cancel') return { type: 'job.cancelled', jobId, by: stop.by, interruption };
  return { type: 'job.failed', jobId, reason: stop.cause, message: stopMessage(stop.cause, job), interruption };
}
