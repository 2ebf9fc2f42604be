import { type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { parseVerdict } from '../review/verdict.ts';
import { jobView } from '../status/job-view.ts';
import { isAlive } from '../status/liveness.ts';
import { formatMs } from '../util/duration.ts';
import { oneLine } from '../util/plain-text.ts';

/** What a person is told: a heading, and a sentence that fits into a corner of a screen. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

const TITLE_CHARS = 60;
const BODY_CHARS = 200;

/** Of the jobs that a command has waited for; those that have not ended were waited for in vain. */
export function noticeOf(jobs: readonly JobRecord[]): Notice {
  const [first] = jobs;
  const title = jobs.length === 1 && first !== undefined ? first.title : `${jobs.length} Codex jobs`;
  const body = jobs.length === 1 && first !== undefined ? phrase(first) : counts(jobs);
  return { title: oneLine(title, TITLE_CHARS), body: oneLine(body, BODY_CHARS) };
}

function phrase(job: JobRecord): string {
  if (!isFinished(job)) return `not ended yet (${job.id})`;
  const { duration } = jobView(job, Date.parse(job.completedAt), { formatMs, isAlive, live: null });
  return `${verdictOf(job)} after ${duration} (${job.id})`;
}

function verdictOf(job: FinishedJob): string {
  if (job.status === 'failed') return `failed: ${job.reason}`;
  if (job.status === 'cancelled' || job.kind !== 'adversarial-review') return job.status;
  const parsed = parseVerdict(job.finalMessage);
  return parsed.ok ? `completed: ${parsed.verdict.verdict}` : job.status;
}

/** `2 completed, 1 failed, 1 not ended yet`. */
function counts(jobs: readonly JobRecord[]): string {
  const words = jobs.map((job) => (isFinished(job) ? job.status : 'not ended yet'));
  return [...new Set(words)].map((word) => `${words.filter((other) => other === word).length} ${word}`).join(', ');
}
