import type { ControlResult } from '../contract/control.ts';
import type { JobRecord } from '../contract/job.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import { brokerOf } from './jobs.ts';

/** Ends a job at the broker that `client` is connected to. */
export function cancelAt(client: ControlClient, jobId: string, by: string): Promise<ControlResult<'job/cancel'>> {
  return client.call('job/cancel', { jobId, by });
}

/**
 * Ends a job that has not ended. When this resolves, its end is recorded and nothing of it runs any more.
 * @throws ClientError (`broker_unreachable`)
 */
export async function cancelJob(
  context: ClientContext,
  job: JobRecord,
  by: string,
): Promise<ControlResult<'job/cancel'>> {
  const client = await brokerOf(context, job);
  if (client === null)
    throw new ClientError('broker_unreachable', `Cannot cancel ${job.id}: its broker is just ending (try again)`);
  try {
    return await cancelAt(client, job.id, by);
  } finally {
    client.close();
  }
}
