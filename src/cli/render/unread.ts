import type { FinishedJob } from '../../contract/job.ts';
import { summaryOf } from '../../review/summary.ts';
import { formatMs } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';

/** Hosts cut what is added to a prompt at 10,000 characters: so many jobs, in so many words, stay well below. */
export const MAX_TOLD_JOBS = 10;
const SUMMARY_CHARS = 80;
const LINE_CHARS = 300;
const TITLE_CHARS = 40;

/** What Claude is told of jobs that have ended: facts, with what others wrote in quotes. `nowMs` is wall-clock time. */
export function unreadText(jobs: readonly FinishedJob[], more: number, nowMs: number): string {
  const rest =
    more > 0 ? [`${more} more have ended; they are told of at the next prompt, and listed by /codex:status.`] : [];
  return [
    'Codex jobs of this session that have ended and whose results nobody has read so far. What stands in quotes was written by the job or for it.',
    ...jobs.flatMap((job) => linesOf(job, nowMs)),
    ...rest,
  ].join('\n');
}

function linesOf(job: FinishedJob, nowMs: number): string[] {
  const ago = formatMs(Math.max(0, nowMs - Date.parse(job.completedAt)));
  return [
    `- ${job.id} (${oneLine(job.title, TITLE_CHARS)}, ${quoted(job.summary, SUMMARY_CHARS)}) ${endOf(job)} ${ago} ago.`,
    ...saidBy(job),
    `  Result: codex-companion result ${job.id}`,
  ];
}

function endOf(job: FinishedJob): string {
  switch (job.status) {
    case 'completed':
      return 'completed';
    case 'failed':
      return `failed (${job.reason})`;
    case 'cancelled':
      return 'was cancelled';
  }
}

/** The first line of what came of it. */
function saidBy(job: FinishedJob): string[] {
  switch (job.status) {
    case 'completed':
      return [`  It begins: ${quoted(summaryOf(job), LINE_CHARS)}`];
    case 'failed':
      return [`  Error: ${quoted(job.errorMessage, LINE_CHARS)}`];
    case 'cancelled':
      return [];
  }
}

function quoted(text: string, limit: number): string {
  const [first = ''] = text.trimStart().split('\n');
  return `"${oneLine(first, limit).replaceAll('"', "'")}"`;
}
