import { setTimeout as sleep } from 'node:timers/promises';
import type { BusItem, EventSubscriber } from '../bus/subscriber.ts';
import { jobTopic } from '../bus/topic.ts';
import { BROKER_STREAM, type Envelope, endsStream, jobStream, streamOf } from '../contract/event.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { type EnvelopeRead, readEnvelope } from '../contract/read-envelope.ts';
import { backoff } from '../util/backoff.ts';
import { settledWithin } from '../util/deadline.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { subscriberModule } from './bus.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import { reportGap } from './gap.ts';
import { brokerOf, readJobs } from './jobs.ts';
import { untilGone } from './until-gone.ts';

/** Longest time that a job may be active with no broker to be reached. */
export const DETACHED_MS = 30_000;

/** For the events of a job that ended before its first read: they are on their way. */
const TELL_MS = 2_000;

/** A connection to a job's broker and a subscription to what it says of the job. */
export interface Attachment {
  readonly client: ControlClient;
  readonly subscriber: EventSubscriber;
  /** What happened to the job before the subscription, as far as that was asked for. */
  readonly missed: Missed;
  close(): void;
}

interface Missed {
  readonly envelopes: readonly Envelope[];
  /** The broker does not have them all any more. */
  readonly gap: boolean;
}

export interface FollowOptions {
  readonly attached?: Attachment;
  readonly signal?: AbortSignal;
  /** Each event of the job, and of its broker; `client` is connected to that broker. */
  readonly onEvent?: (envelope: Envelope, client: ControlClient) => void;
  /** Called before the first event of each attachment, and when events were missed. Without a broker there is no `client`. */
  readonly onCatchUp?: (job: JobRecord, client: ControlClient | undefined) => void;
  /** Called when events were missed: there were more of them than wait for a reader that is slow. */
  readonly onGap?: () => void;
}

/**
 * Waits for the end of a job by its events, across the death of its broker. The store has the last word:
 * it is read whenever the events stop.
 * @throws ClientError (`broker_unreachable`) when the job's broker does not respond; the signal's reason.
 */
export async function followJob(
  context: ClientContext,
  jobId: string,
  options: FollowOptions = {},
): Promise<FinishedJob> {
  let attached = options.attached ?? null;
  let detachedSinceMs = monotonicMs();
  for (const delayMs of backoff(20, 1_000)) {
    try {
      // Inside, since the attachment that we were given must be closed then, too: it would keep this process alive.
      options.signal?.throwIfAborted();
      attached ??= await attach(context, jobId, options.signal);
      // Read after subscribing: what happens from here on comes as an event.
      const job = await currentJob(context, jobId, options.signal);
      if (isFinished(job)) {
        await tellRest(context, attached, jobId, options);
        return job;
      }
      options.signal?.throwIfAborted();
      options.onCatchUp?.(job, attached?.client);
      if (attached !== null) {
        const ended = await listen(context, attached, jobId, options);
        if (ended !== null) return ended;
        detachedSinceMs = monotonicMs();
        continue;
      }
    } finally {
      attached?.close();
      attached = null;
    }
    if (monotonicMs() - detachedSinceMs > DETACHED_MS) throw detached(jobId);
    await sleep(delayMs, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
  throw detached(jobId);
}

/** Subscribed before the job existed: what it did in its short life is still to be told. */
async function tellRest(
  context: ClientContext,
  attached: Attachment | null,
  jobId: string,
  options: FollowOptions,
): Promise<void> {
  if (attached === null || attached !== options.attached) return;
  await settledWithin(listen(context, attached, jobId, options), TELL_MS);
}

export interface AttachOptions {
  /** Events after this number are told, though they were published before. */
  readonly sinceSeq?: number;
  /** Ends the handshake, and later the subscription. */
  readonly signal?: AbortSignal | undefined;
}

/** Subscribes to the job's events at the broker that `client` is connected to. */
export async function attachTo(
  context: ClientContext,
  client: ControlClient,
  jobId: string,
  { sinceSeq, signal }: AttachOptions = {},
): Promise<Attachment> {
  const { EventSubscriber } = await subscriberModule(context.program);
  const subscriber = await EventSubscriber.connect(client.hello.events, {
    topics: [jobTopic(jobId), 'broker.', 'appServer.'],
    streams: [jobStream(jobId), BROKER_STREAM],
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    const missed =
      sinceSeq === undefined ? NOTHING_MISSED : await missedBefore(client, jobId, sinceSeq, subscriber.startSeq);
    return {
      client,
      subscriber,
      missed,
      close: () => {
        subscriber.close();
        client.close();
      },
    };
  } catch (error) {
    subscriber.close();
    throw error;
  }
}

const NOTHING_MISSED: Missed = { envelopes: [], gap: false };

async function missedBefore(client: ControlClient, jobId: string, sinceSeq: number, startSeq: number): Promise<Missed> {
  if (startSeq <= sinceSeq) return NOTHING_MISSED;
  const recent = await client.call('events/recent', { afterSeq: sinceSeq, topic: jobTopic(jobId) });
  const read = recent.envelopes.map(readEnvelope);
  const isLost = (one: EnvelopeRead) => !one.ok && one.why !== 'unknownEvent';
  return {
    envelopes: read.flatMap((one) => (one.ok && one.envelope.seq <= startSeq ? [one.envelope] : [])),
    gap: recent.firstSeq > sinceSeq + 1 || read.some(isLost),
  };
}

/** The job as the store has it after reconciliation, or null. `signal` ends the wait for a broker that is starting. */
export async function findJob(context: ClientContext, jobId: string, signal?: AbortSignal): Promise<JobRecord | null> {
  const { jobs } = await readJobs(context, { finished: 0, signal });
  return context.store.read(jobId) ?? jobs.find((known) => known.id === jobId) ?? null;
}

/** The same. @throws ClientError (`job_not_found`) when there is none. */
export async function currentJob(context: ClientContext, jobId: string, signal?: AbortSignal): Promise<JobRecord> {
  const job = await findJob(context, jobId, signal);
  if (job === null) throw new ClientError('job_not_found', `No job "${jobId}" in "${context.workspace.root}"`);
  return job;
}

async function attach(
  context: ClientContext,
  jobId: string,
  signal: AbortSignal | undefined,
): Promise<Attachment | null> {
  const job = await currentJob(context, jobId, signal);
  if (isFinished(job)) return null;
  const client = await brokerOf(context, job, { signal });
  if (client === null) return null;
  try {
    return await attachTo(context, client, jobId, { signal });
  } catch (error) {
    client.close();
    if (error instanceof ClientError) throw error;
    return null;
  }
}

/** Returns the job when it has ended, and null when nothing more will come from this broker. */
async function listen(
  context: ClientContext,
  attachment: Attachment,
  jobId: string,
  options: FollowOptions,
): Promise<FinishedJob | null> {
  const { client, subscriber } = attachment;
  const { signal } = options;
  // An abort while we were connecting is over: no event would tell of it.
  signal?.throwIfAborted();
  const over = new AbortController();
  const events = readEvents(context, attachment, jobId, options);
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: over.signal });
  });
  try {
    await Promise.race([untilGone(client, events), aborted]);
  } finally {
    over.abort();
    subscriber.close();
    await events.catch(() => undefined);
  }
  // Whoever hears of the end finds it on disk; and who does not hear of it may find it there, too.
  const job = context.store.read(jobId);
  return job !== null && isFinished(job) ? job : null;
}

async function readEvents(
  context: ClientContext,
  { client, subscriber, missed }: Attachment,
  jobId: string,
  options: FollowOptions,
): Promise<void> {
  const told = (envelope: Envelope): boolean => {
    options.onEvent?.(envelope, client);
    return endsStream(envelope.event) && streamOf(envelope.event) === jobStream(jobId);
  };
  const endedUnheard = async (item: Unheard): Promise<boolean> => {
    // A later version may end jobs in a way that this one does not know; the store does.
    if (item.kind === 'skipped') return isFinished(await currentJob(context, jobId, options.signal));
    reportGap(client, item);
    return endedInGap(context, client, jobId, options);
  };
  if (missed.gap && (await endedInGap(context, client, jobId, options))) return;
  if (missed.envelopes.some(told)) return;
  for await (const item of subscriber) {
    if (item.kind === 'disconnected') return;
    const ended = item.kind === 'event' ? told(item.envelope) : await endedUnheard(item);
    if (ended) return;
  }
}

type Unheard = Extract<BusItem, { readonly kind: 'gap' | 'skipped' }>;

/** Its end may be among what was missed; the store knows. */
async function endedInGap(
  context: ClientContext,
  client: ControlClient,
  jobId: string,
  options: FollowOptions,
): Promise<boolean> {
  const job = await currentJob(context, jobId, options.signal);
  if (isFinished(job)) return true;
  options.onGap?.();
  options.onCatchUp?.(job, client);
  return false;
}

export function detached(jobId: string): ClientError {
  const message = `Cannot follow ${jobId}: its broker cannot be reached (run "codex-companion status ${jobId}")`;
  return new ClientError('broker_unreachable', message);
}
