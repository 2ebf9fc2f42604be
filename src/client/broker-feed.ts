import type { EventSubscriber } from '../bus/subscriber.ts';
import { ALL_TOPICS } from '../bus/topic.ts';
import type { BrokerPaths } from '../config/paths.ts';
import type { LiveJob, ShuttingDown } from '../contract/control.ts';
import { type Envelope, isJobEvent } from '../contract/event.ts';
import { RpcError } from '../rpc/message.ts';
import { DeadlineExceeded } from '../util/deadline.ts';
import { isBrokerGone } from './broker-gone.ts';
import { subscriberModule } from './bus.ts';
import { BrokerUnresponsive, type ControlClient } from './control-client.ts';
import { findBroker } from './daemon.ts';
import { type Gap, reportGap } from './gap.ts';
import { BrokerOfOtherVersion } from './other-version.ts';
import { untilGone } from './until-gone.ts';

/** The queue has moved: who is where in it now is asked once for all that moves within this time. */
const PLACES_AFTER_MS = 200;

export interface BrokerListener {
  /** The active jobs of the broker, all of them: at first, and when events were missed or not understood. */
  onSnapshot(jobs: readonly LiveJob[]): void;
  /** What came after it. */
  onEvent(envelope: Envelope): void;
  /** The same jobs as by the events so far, for their places in the queue. */
  onPlaces(jobs: readonly LiveJob[]): void;
}

/** A broker is there and tells nothing: it does not answer, or not in a way that this version understands. */
export type Trouble = { readonly id: 'silent' } | { readonly id: 'incompatible' };

/** Why no more is heard: nobody was there, it has gone, or else. */
export type FeedEnd =
  | { readonly id: 'absent' }
  | { readonly id: 'gone'; readonly notice: ShuttingDown | null }
  | Trouble;

/** Listens to the broker at `paths` for as long as it is there. @throws ClientError (`packages_missing`); the signal's reason */
export async function followBroker(
  paths: BrokerPaths,
  listener: BrokerListener,
  options: { readonly program: string; readonly signal: AbortSignal },
): Promise<FeedEnd> {
  const { program, signal } = options;
  let notice: ShuttingDown | null = null;
  let heard = false;
  const onShuttingDown = (last: ShuttingDown) => {
    notice = last;
  };
  try {
    const client = await findBroker(paths, { onShuttingDown, impatient: true, watching: true, signal });
    if (client === null) return { id: 'absent' };
    heard = true;
    try {
      await new BrokerFeed(client, listener).run(await subscriberModule(program), signal);
    } finally {
      client.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    const trouble = troubleIn(error);
    if (trouble !== null) return trouble;
    // One that refuses is about to go.
    if (!isBrokerGone(error) && !(error instanceof RpcError)) throw error;
  }
  signal.throwIfAborted();
  return heard ? { id: 'gone', notice } : { id: 'absent' };
}

function troubleIn(error: unknown): Trouble | null {
  if (error instanceof BrokerUnresponsive || error instanceof DeadlineExceeded) return { id: 'silent' };
  if (error instanceof BrokerOfOtherVersion) return { id: 'incompatible' };
  return null;
}

type Bus = Awaited<ReturnType<typeof subscriberModule>>;

class BrokerFeed {
  readonly #client: ControlClient;
  readonly #listener: BrokerListener;
  /** The number of the last event that the listener knows of. */
  #seq = 0;
  #placesDue: NodeJS.Timeout | undefined;

  constructor(client: ControlClient, listener: BrokerListener) {
    this.#client = client;
    this.#listener = listener;
  }

  async run({ EventSubscriber }: Bus, signal: AbortSignal): Promise<void> {
    // Subscribed before it is asked: what happens in between is in one of the two, or in both.
    const endpoint = this.#client.hello.events;
    const subscriber = await EventSubscriber.connect(endpoint, { topics: [ALL_TOPICS], streams: 'all', signal });
    try {
      await untilGone(this.#client, this.#listen(subscriber));
    } finally {
      subscriber.close();
      clearTimeout(this.#placesDue);
    }
  }

  async #listen(subscriber: EventSubscriber): Promise<void> {
    await this.#takeSnapshot();
    for await (const item of subscriber) {
      if (item.kind === 'disconnected') return;
      // Nothing is read meanwhile, so what the snapshot says is not older than what was read.
      if (item.kind === 'gap') await this.#mend(item);
      // A later version may do with jobs what this one does not know; the snapshot says what came of it.
      if (item.kind === 'skipped' && !this.#knows(item.seq)) await this.#takeSnapshot();
      if (item.kind === 'event') this.#take(item.envelope);
    }
  }

  async #mend(gap: Gap): Promise<void> {
    reportGap(this.#client, gap);
    await this.#takeSnapshot();
  }

  async #takeSnapshot(): Promise<void> {
    const { jobs, seq } = await this.#client.call('job/live', {});
    this.#seq = seq;
    this.#listener.onSnapshot(jobs);
  }

  #knows(seq: number | null): boolean {
    return seq !== null && seq <= this.#seq;
  }

  #take(envelope: Envelope): void {
    if (this.#knows(envelope.seq)) return;
    this.#seq = envelope.seq;
    this.#listener.onEvent(envelope);
    if (movesQueue(envelope)) this.#placesDue ??= setTimeout(() => void this.#askForPlaces(), PLACES_AFTER_MS);
  }

  async #askForPlaces(): Promise<void> {
    this.#placesDue = undefined;
    try {
      this.#listener.onPlaces((await this.#client.call('job/live', {})).jobs);
    } catch {
      // The broker is ending, which is heard otherwise.
    }
  }
}

function movesQueue({ event }: Envelope): boolean {
  return isJobEvent(event) && event.type !== 'job.progressed' && event.type !== 'job.turnStarted';
}
