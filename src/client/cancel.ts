import { setTimeout as sleep } from 'node:timers/promises';
import type { ControlResult } from '../contract/control.ts';
import { isFinished, type JobRecord } from '../contract/job.ts';
import { ConnectionClosed } from '../rpc/peer.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import { brokerOf, readJobs } from './jobs.ts';

/** A broker that ends while a job of its is cancelled has recorded the job's end, or has a successor, within this time. */
export const CANCEL_MS = 10_000;
const LOOK_AGAIN_MS = 50;

type Cancelled = ControlResult<'job/cancel'>;

/** Ends a job at the broker that `client` is connected to. */
export function cancelAt(client: ControlClient, jobId: string, by: string): Promise<Cancelled> {
  return client.call('job/cancel', { jobId, by });
}

/**
 * Ends a job that has not ended. When this resolves, its end is recorded and nothing of it runs any more. With the signal it is
 * left to its broker.
 * @throws ClientError (`broker_unreachable`); the signal's reason.
 */
export async function cancelJob(
  context: ClientContext,
  job: JobRecord,
  by: string,
  signal?: AbortSignal,
): Promise<Cancelled> {
  const giveUpAtMs = monotonicMs() + CANCEL_MS;
  for (let current = job; ; current = context.store.read(job.id) ?? current) {
    if (isFinished(current)) return { job: current, alreadyFinished: true, interruption: null };
    const cancelled = await cancelAtItsBroker(context, current, by, signal);
    if (cancelled !== null) return cancelled;
    signal?.throwIfAborted();
    if (monotonicMs() >= giveUpAtMs) {
      throw new ClientError('broker_unreachable', `Cannot cancel ${job.id}: its broker is just ending (try again)`);
    }
    await sleep(LOOK_AGAIN_MS);
    await readJobs(context, { finished: 0, signal });
  }
}

/** Null when its broker is gone, or went meanwhile: then the job has ended, or another broker will have it. */
async function cancelAtItsBroker(
  context: ClientContext,
  job: JobRecord,
  by: string,
  signal: AbortSignal | undefined,
): Promise<Cancelled | null> {
  const client = await brokerOf(context, job, { signal });
  if (client === null) return null;
  try {
    return await cancelAt(client, job.id, by);
  } catch (error) {
    if (error instanceof ConnectionClosed) return null;
    throw error;
  } finally {
    client.close();
  }
}
