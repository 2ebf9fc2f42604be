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

/** What there is to say of jobs that were waited for in vain. */
export function timeoutSentence(ids: readonly string[], timeoutMs: number): string {
  const [has, they] = ids.length === 1 ? ['has', 'it goes'] : ['have', 'they go'];
  return `${ids.join(', ')} ${has} not ended within ${timeoutMs} ms; ${they} on`;
}

/** How to go on with the job's Codex thread; empty when it has none. */
export function resumeLines(job: JobRecord): string[] {
  if (job.threadId === null) return [];
  return [`Codex session ID: ${job.threadId}`, `Resume in Codex: codex resume ${job.threadId}`];
}
