import { cancelAt } from '../../client/cancel.ts';
import { brokerOf } from '../../client/jobs.ts';
import { markRead } from '../../client/mark-read.ts';
import { messageOf } from '../../contract/fault.ts';
import { isFinished } from '../../contract/job.ts';
import type { Context } from '../context.ts';
import { endSentence } from '../render/job.ts';

/** Ends a job. Resolves with what came of it, in a sentence; never rejects. */
export async function cancelWatched(context: Context, jobId: string): Promise<string> {
  try {
    const job = context.store.read(jobId);
    if (job === null || isFinished(job)) return job === null ? `${jobId} is gone` : endSentence(job);
    const client = await brokerOf(context, job);
    if (client === null) return `Cannot cancel ${jobId}: its broker is just ending (try again)`;
    try {
      const { job: ended } = await cancelAt(client, jobId, 'user');
      markRead(context, ended);
      return isFinished(ended) ? endSentence(ended) : `${jobId} is still ${ended.status}`;
    } finally {
      client.close();
    }
  } catch (error) {
    return `Cannot cancel ${jobId}: ${messageOf(error)}`;
  }
}
