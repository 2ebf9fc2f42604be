import type { LiveJob } from '../../contract/control.ts';
import type { FinishedJob, JobRecord } from '../../contract/job.ts';
import { type JobView, jobView } from '../../status/job-view.ts';
import { isAlive } from '../../status/liveness.ts';
import { progressPreview } from '../../status/log.ts';
import { formatMs } from './duration.ts';
import { summaryOf } from './summary.ts';

const PREVIEW_LINES = 4;

/** The job for `--json` and for the tables: its record, and what its broker knows beyond that. */
export function viewOf(job: JobRecord, live: LiveJob | undefined): JobView {
  const known = live?.job ?? job;
  const view = jobView(known, Date.now(), {
    formatMs,
    progressPreview: progressOf(known),
    isAlive,
    live: live ?? null,
  });
  return { ...view, summary: summaryOf(known) };
}

/** Of what has completed, the result tells more; of what was cancelled, nobody asks. */
function progressOf({ status, logFile }: JobRecord): string[] {
  return status === 'completed' || status === 'cancelled' ? [] : progressPreview(logFile, PREVIEW_LINES);
}

/** How a job ended, in a sentence. */
export function endSentence(job: FinishedJob): string {
  switch (job.status) {
    case 'completed':
      return `${job.id} completed`;
    case 'failed':
      return `${job.id} failed (${job.reason}): ${job.errorMessage}`;
    case 'cancelled':
      return `${job.id} was cancelled`;
  }
}

/** How to go on with the job's Codex thread; empty when it has none. */
export function resumeLines(job: JobRecord): string[] {
  if (job.threadId === null) return [];
  return [`Codex session ID: ${job.threadId}`, `Resume in Codex: codex resume ${job.threadId}`];
}
