import { cancelledBy, type FinishedJob, type JobRecord } from '../../contract/job.ts';

/** How a job ended, in a sentence. */
export function endSentence(job: FinishedJob): string {
  switch (job.status) {
    case 'completed':
      return `${job.id} completed`;
    case 'failed':
      return `${job.id} failed (${job.reason}): ${job.errorMessage}`;
    case 'cancelled':
      return `${job.id} was cancelled ${cancelledBy(job)}`;
  }
}

/** How to go on with the job's Codex thread; empty when it has none. */
export function resumeLines(job: JobRecord): string[] {
  if (job.threadId === null) return [];
  return [`Codex session ID: ${job.threadId}`, `Resume in Codex: codex resume ${job.threadId}`];
}
