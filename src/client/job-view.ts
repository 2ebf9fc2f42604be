import type { JobRecord } from '../contract/job.ts';
import type { JobView } from '../contract/job-view.ts';
import { summaryOf } from '../review/summary.ts';
import { jobView } from '../status/job-view.ts';
import { isAlive } from '../status/liveness.ts';
import { progressPreview } from '../status/log.ts';
import { formatMs } from '../util/duration.ts';
import type { LiveView } from './live-jobs.ts';

const PREVIEW_LINES = 4;

/** The job as `--json` shows it: its record, and what its broker knows beyond that, for one that was asked. */
export function viewOf(job: JobRecord, live?: LiveView): JobView {
  const answered = live?.jobs.get(job.id);
  const known = answered?.job ?? job;
  const view = jobView(known, Date.now(), {
    formatMs,
    progressPreview: progressOf(known),
    isAlive: live?.isAlive ?? isAlive,
    live: answered ?? null,
  });
  return { ...view, summary: summaryOf(known) };
}

/** Of what has completed, the result tells more; of what was cancelled, nobody asks. */
function progressOf({ status, logFile }: JobRecord): string[] {
  return status === 'completed' || status === 'cancelled' ? [] : progressPreview(logFile, PREVIEW_LINES);
}
