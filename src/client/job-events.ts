import { endsStream, isJobEvent } from '../contract/event.ts';
import { isFinished, type JobRecord } from '../contract/job.ts';
import { backoff } from '../util/backoff.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { pause } from '../util/pause.ts';
import { Bookmark } from './bookmark.ts';
import { isBrokerGone } from './broker-gone.ts';
import type { ClientContext } from './context.ts';
import type { EventItem } from './event-item.ts';
import { currentJob, DETACHED_MS, detached } from './follow.ts';
import { brokerOf } from './jobs.ts';
import { type MarkedOptions, markedEvents } from './marked-events.ts';

/**
 * The events of one job from its first on, as far as its broker still has them. Ends with the job: after its last event, or, when
 * its broker died, when its end is recorded. Ends quietly with the signal.
 * @throws ClientError (`job_not_found`, `broker_unreachable`)
 */
export async function* jobEvents(
  context: ClientContext,
  jobId: string,
  signal: AbortSignal,
): AsyncGenerator<EventItem, void, undefined> {
  const bookmark = new Bookmark('kept');
  let detachedSinceMs = monotonicMs();
  for (const delayMs of backoff(20, 1_000)) {
    if (signal.aborted) return;
    const job = await currentJob(context, jobId, signal);
    // Of a job that has ended there is only what its broker remembers.
    const follow = !isFinished(job);
    const outcome = yield* readAtBroker(context, job, { bookmark, follow, signal });
    if (outcome === 'complete' || !follow) return;
    if (outcome === 'heard') detachedSinceMs = monotonicMs();
    if (monotonicMs() - detachedSinceMs > DETACHED_MS) throw detached(jobId);
    await pause(delayMs, signal);
  }
}

/** What the job's broker tells of it: to its last event, until the broker ended, or nothing as there is none. */
async function* readAtBroker(
  context: ClientContext,
  job: JobRecord,
  options: MarkedOptions,
): AsyncGenerator<EventItem, 'complete' | 'heard' | 'absent', undefined> {
  const over = new AbortController();
  const signal = AbortSignal.any([options.signal, over.signal]);
  // A later version may end jobs in a way that this one does not know; the store does.
  const onPassedOver = () => {
    if (isEnded(context, job)) over.abort();
  };
  const client = await brokerOf(context, job, { watching: true, signal });
  if (client === null) return 'absent';
  try {
    for await (const item of markedEvents(context, client, { ...options, signal, onPassedOver })) {
      if (!isOf(job.id, item)) continue;
      yield item;
      if (item.kind === 'event' && endsStream(item.envelope.event)) return 'complete';
    }
  } catch (error) {
    // Of one that has ended the broker may go at any moment, with all that it remembers.
    if (!isFinished(job) || !isBrokerGone(error)) throw error;
  }
  return 'heard';
}

function isEnded({ store }: ClientContext, { id }: JobRecord): boolean {
  const stored = store.read(id);
  return stored === null || isFinished(stored);
}

function isOf(jobId: string, item: EventItem): boolean {
  if (item.kind !== 'event') return true;
  const { event } = item.envelope;
  return isJobEvent(event) && event.jobId === jobId;
}
