import type { FinishedJob } from '../contract/job.ts';
import { summaryOf } from '../review/summary.ts';
import { jobView } from '../status/job-view.ts';
import { isAlive } from '../status/liveness.ts';
import { formatMs } from '../util/duration.ts';
import { bounded } from './bounded-json.ts';

/** The job as `status --json` shows it, without the lines of its progress, and {@link bounded}. */
export function jobDocument(job: FinishedJob): string {
  const view = jobView(job, Date.parse(job.completedAt), { formatMs, isAlive, live: null });
  return JSON.stringify(bounded({ ...view, summary: summaryOf(job) }));
}
