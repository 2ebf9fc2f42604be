import { type Envelope, endsStream, streamOf } from '../contract/event.ts';
import { messageOf } from '../contract/fault.ts';
import { newNonce } from '../contract/ids.ts';
import { within } from '../util/deadline.ts';
import { Cursor, positionOf, type Scope } from './cursor.ts';
import { shownEndpoint } from './endpoint.ts';
import { decodeEnvelope, decodeSync, type Position, type Rejection, type Sync } from './frame.ts';
import { Link } from './link.ts';
import { ALL_TOPICS, EVENT_PREFIXES, type Streams, syncTopic, topicPrefix } from './topic.ts';

/** How long a publisher may take to answer the handshake. */
const HANDSHAKE_TIMEOUT_MS = 2_000;

/** What a reader gets, in order. After `disconnected` nothing follows. */
export type BusItem =
  | { readonly kind: 'event'; readonly envelope: Envelope }
  /**
   * Events are missing: numbers `from` to `to` of `stream`, or of all events when that is `all`. They
   * were published after the one with seq `afterSeq`; the event that showed it comes next.
   */
  | {
      readonly kind: 'gap';
      readonly stream: string;
      readonly from: number;
      readonly to: number;
      readonly afterSeq: number;
    }
  /** A message was not understood; `count` is how many there were so far for this reason, `seq` its number if it could be read. */
  | { readonly kind: 'skipped'; readonly count: number; readonly why: Rejection['why']; readonly seq: number | null }
  /** The broker is gone. All that it sent and that arrived was delivered before. */
  | { readonly kind: 'disconnected' };

const DISCONNECTED: BusItem = { kind: 'disconnected' };

export interface SubscribeOptions {
  /** Topic prefixes; {@link ALL_TOPICS} for everything. */
  readonly topics: readonly string[];
  /**
   * The streams to check for gaps: those of which the topics cover every event. With `all` they cover
   * every event of every stream that they touch.
   */
  readonly streams: Streams;
  /** Ends the handshake, and later the subscription. */
  readonly signal?: AbortSignal;
  readonly handshakeTimeoutMs?: number;
}

/** Nobody published at the endpoint, or not in a way that this version understands. */
export class BusUnreachable extends Error {
  override readonly name = 'BusUnreachable';
}

/**
 * Reads the events of one broker, from a known number on. Iterate once: leaving the loop closes it.
 * Reconnecting is the caller's, for the next broker has another id and begins at 1.
 *
 * Main thread only: ZeroMQ aborts the process when a thread ends that is receiving.
 */
export class EventSubscriber implements AsyncIterable<BusItem> {
  readonly brokerId: string;
  /** The seq of the last event before the subscription. State that is read after connecting includes it. */
  readonly startSeq: number;
  readonly #link: Link;
  readonly #cursor: Cursor;
  readonly #skipped = new Map<Rejection['why'], number>();
  readonly #items: AsyncGenerator<BusItem, void, undefined>;
  readonly #stopListening: () => void;
  #closed = false;

  /**
   * Resolves when the publisher has seen the subscription: no later event is missed unseen.
   *
   * @throws BusUnreachable; the signal's reason when it aborts.
   */
  static async connect(endpoint: string, options: SubscribeOptions): Promise<EventSubscriber> {
    const { signal, handshakeTimeoutMs = HANDSHAKE_TIMEOUT_MS } = options;
    signal?.throwIfAborted();
    const sync = syncTopic({ nonce: newNonce(), streams: options.streams });
    const link = openLink(endpoint, [...prefixesOf(options.topics), sync]);
    const onAbort = () => link.close();
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const start = await within(firstSync(link, sync), handshakeTimeoutMs, 'the broker');
      signal?.throwIfAborted();
      return new EventSubscriber(link, new Cursor(start, scopeOf(options)), signal);
    } catch (error) {
      link.close();
      signal?.throwIfAborted();
      throw unreachableBus(endpoint, error);
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  private constructor(link: Link, cursor: Cursor, signal: AbortSignal | undefined) {
    this.#link = link;
    this.#cursor = cursor;
    this.brokerId = cursor.brokerId;
    this.startSeq = cursor.seq;
    this.#items = this.#read();
    const onAbort = () => this.close();
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#stopListening = () => signal?.removeEventListener('abort', onAbort);
  }

  [Symbol.asyncIterator](): AsyncGenerator<BusItem, void, undefined> {
    return this.#items;
  }

  /** Ends the iteration at once, without `disconnected`. Twice is harmless. */
  close(): void {
    this.#closed = true;
    this.#stopListening();
    this.#link.close();
  }

  async *#read(): AsyncGenerator<BusItem, void, undefined> {
    try {
      for (;;) {
        const frames = await this.#link.receive();
        if (this.#closed) return;
        const items = frames === undefined ? [DISCONNECTED] : this.#itemsOf(frames);
        for (const item of items) {
          yield item;
          if (this.#closed || item.kind === 'disconnected') return;
        }
      }
    } finally {
      this.close();
    }
  }

  #itemsOf(frames: readonly Buffer[]): readonly BusItem[] {
    const decoded = decodeEnvelope(frames);
    if (decoded.ok) return this.#delivered(decoded.envelope);
    const count = (this.#skipped.get(decoded.why) ?? 0) + 1;
    this.#skipped.set(decoded.why, count);
    const { why } = decoded;
    if (why !== 'unknownEvent') return [{ kind: 'skipped', count, why, seq: null }];
    return this.#placed(decoded.position, { kind: 'skipped', count, why, seq: decoded.position.seq });
  }

  #delivered(envelope: Envelope): readonly BusItem[] {
    const items = this.#placed(positionOf(envelope), { kind: 'event', envelope });
    if (endsStream(envelope.event)) this.#cursor.end(streamOf(envelope.event));
    return items;
  }

  #placed(at: Position, item: BusItem): readonly BusItem[] {
    const afterSeq = this.#cursor.seq;
    const step = this.#cursor.advance(at);
    switch (step.id) {
      case 'next':
        return [item];
      case 'duplicate':
        return [];
      case 'otherBroker':
        return [DISCONNECTED];
      case 'gap':
        return [{ kind: 'gap', stream: step.stream, from: step.from, to: step.to, afterSeq }, item];
    }
  }
}

function prefixesOf(topics: readonly string[]): readonly string[] {
  return topics.includes(ALL_TOPICS) ? EVENT_PREFIXES : topics.map(topicPrefix);
}

function scopeOf({ topics, streams }: SubscribeOptions): Scope {
  return streams === 'all' && topics.includes(ALL_TOPICS) ? 'global' : streams;
}

function openLink(endpoint: string, topics: readonly string[]): Link {
  try {
    return new Link(endpoint, topics);
  } catch (error) {
    throw unreachableBus(endpoint, error);
  }
}

/** What comes before the answer is older than it, and part of what the caller reads from the store. */
async function firstSync(link: Link, topic: string): Promise<Sync> {
  for (;;) {
    const frames = await link.receive();
    if (frames === undefined) throw new Error('no broker is listening there');
    if (frames[0]?.toString() !== topic) continue;
    const sync = decodeSync(frames[1]);
    if (sync === undefined) throw new Error('the broker there speaks another version');
    return sync;
  }
}

function unreachableBus(endpoint: string, cause: unknown): BusUnreachable {
  return new BusUnreachable(`Cannot follow the events of "${shownEndpoint(endpoint)}": ${messageOf(cause)}`, { cause });
}
