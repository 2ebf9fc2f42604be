import type { FinishedJob, JobRecord } from '../../contract/job.ts';
import { cancelledBy } from '../../status/job-view.ts';
import { fromNow } from './moment.ts';

/** How a job ended, in a sentence. */
export function endSentence(job: FinishedJob): string {
  switch (job.status) {
    case 'completed':
      return `${job.id} completed`;
    case 'failed':
      return `${job.id} failed (${job.reason}): ${job.errorMessage}${comeBackSoon(job)}`;
    case 'cancelled':
      return `${job.id} was cancelled ${cancelledBy(job)}`;
  }
}

/** What there is to say of jobs that were waited for in vain. */
export function timeoutSentence(ids: readonly string[], timeoutMs: number): string {
  const [has, they] = ids.length === 1 ? ['has', 'it goes'] : ['have', 'they go'];
  return `${ids.join(', ')} ${has} not ended within ${timeoutMs} ms; ${they} on`;
}

/** Of a limit that is not over: how long that is, from now. */
function comeBackSoon({ comeBackAt }: Extract<FinishedJob, { status: 'failed' }>): string {
  if (comeBackAt === null || Date.parse(comeBackAt) <= Date.now()) return '';
  return ` (${fromNow(comeBackAt, Date.now())})`;
}

/** How to go on with the job's Codex thread; empty when it has none. */
export function resumeLines(job: JobRecord): string[] {
  if (job.threadId === null) return [];
  return [`Codex session ID: ${job.threadId}`, `Resume in Codex: codex resume ${job.threadId}`];
}
