import type { FinishedJob } from '../contract/job.ts';
import type { JobView } from '../contract/job-view.ts';
import { jobView } from '../status/job-view.ts';
import { isAlive } from '../status/liveness.ts';
import { formatMs } from '../util/duration.ts';
import { bounded } from './bounded-json.ts';

/** The version of what is posted. */
export const WEBHOOK_VERSION = 1;

/** Of the job as `status --json` shows it: nothing that was asked, answered, run or read leaves the machine. */
const SENT = [
  'id',
  'kind',
  'title',
  'status',
  'reason',
  'comeBackAt',
  'sessionId',
  'key',
  'retryOf',
  'threadId',
  'workspaceRoot',
  'write',
  'sandbox',
  'createdAt',
  'startedAt',
  'completedAt',
  'duration',
  'attempt',
  'retries',
  'usage',
] as const satisfies ReadonlyArray<keyof JobView>;

/** `{ version, event, job }`; `event` is that of the bus, such as `job.failed`. */
export function webhookBody(job: FinishedJob): string {
  const view = jobView(job, Date.parse(job.completedAt), { formatMs, isAlive, live: null });
  const sent = Object.fromEntries(SENT.map((key) => [key, view[key]]));
  return JSON.stringify({ version: WEBHOOK_VERSION, event: `job.${job.status}`, job: bounded(sent) });
}
