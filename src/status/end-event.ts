import type { JobEvent } from '../contract/event.ts';
import type { FinishedJob } from '../contract/job.ts';
import { cancelledBy } from './job-view.ts';

/** The event that a finished job has ended by, made of its record. */
export function endEventOf(job: FinishedJob): JobEvent {
  const jobId = job.id;
  switch (job.status) {
    case 'completed':
      return { type: 'job.completed', jobId, finalMessage: job.finalMessage };
    case 'failed': {
      const { reason, errorMessage: message, comeBackAt, interruption } = job;
      return {
        type: 'job.failed',
        jobId,
        reason,
        message,
        ...(comeBackAt === null ? {} : { comeBackAt }),
        interruption,
      };
    }
    case 'cancelled':
      return {
        type: 'job.cancelled',
        jobId,
        by: cancelledBy(job).replace(/^by /u, ''),
        interruption: job.interruption,
      };
  }
}
