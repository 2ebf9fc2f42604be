import { isFinished, type JobRecord } from '../contract/job.ts';
import { markSeen } from '../status/seen.ts';
import type { ClientContext } from './context.ts';

/**
 * Somebody was shown how the job ended, so nobody needs to be told of it unasked; whoever it was, in a session or not.
 * A mark that cannot be made costs no more than that: it is told of once more.
 */
export function markRead({ workspace }: ClientContext, job: JobRecord): void {
  if (!isFinished(job)) return;
  try {
    markSeen(workspace.directory, job.id);
  } catch {
    // See above.
  }
}
