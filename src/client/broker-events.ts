import type { BusItem, EventSubscriber } from '../bus/subscriber.ts';
import { ALL_TOPICS } from '../bus/topic.ts';
import type { Envelope } from '../contract/event.ts';
import { type EnvelopeRead, readEnvelope } from '../contract/read-envelope.ts';
import { ConnectionClosed } from '../rpc/peer.ts';
import type { After } from './bookmark.ts';
import { subscriberModule } from './bus.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import type { BrokerItem } from './event-item.ts';
import { type Gap, reportGap } from './gap.ts';
import { untilSilent } from './silence.ts';

export interface EventsOptions {
  readonly after: After;
  /** Whether to go on with what happens from now on, until the broker ends. */
  readonly follow: boolean;
  /** Ends the feed, quietly. */
  readonly signal: AbortSignal;
  /** Called when something was passed over that this version does not understand: it may have been anything. */
  readonly onPassedOver?: (() => void) | undefined;
}

/**
 * All events of the broker that `client` is connected to, each once. What a slow reader has missed is taken from the broker's history
 * as far as that reaches; the rest is a gap.
 * @throws ConnectionClosed or BusUnreachable when the broker ends meanwhile; BrokerUnresponsive; ClientError (`packages_missing`).
 */
export async function* brokerEvents(
  context: ClientContext,
  client: ControlClient,
  options: EventsOptions,
): AsyncGenerator<BrokerItem, void, undefined> {
  const { after, follow, signal, onPassedOver = () => undefined } = options;
  if (!follow) return yield* new History(client, after, onPassedOver).rest();
  // Subscribed first: what is in both the history and the subscription is told apart by its number.
  const subscriber = await subscribe(context, client, signal);
  const history = new History(client, after === 'now' ? subscriber.startSeq : after, onPassedOver);
  using ears = listenForSilence(client, subscriber);
  try {
    yield* history.rest();
    for await (const item of subscriber) yield* itemsOf(item, history);
    ears.throwIfSilent();
  } finally {
    subscriber.close();
  }
}

/** To all events, whatever is wanted of them: only then every gap in their numbers is one. */
async function subscribe(context: ClientContext, client: ControlClient, signal: AbortSignal) {
  const { EventSubscriber } = await subscriberModule(context.program);
  return EventSubscriber.connect(client.hello.events, {
    topics: [ALL_TOPICS],
    streams: 'all',
    signal,
  });
}

async function* itemsOf(item: BusItem, history: History): AsyncGenerator<BrokerItem, void, undefined> {
  switch (item.kind) {
    case 'event':
      return yield* history.next(item.envelope);
    case 'gap':
      return yield* history.healed(item);
    case 'skipped':
      return history.passOver(item.seq);
    // Nothing follows.
    case 'disconnected':
      return;
  }
}

/** What was delivered of one broker's events, and what can still be had of those before now. */
class History {
  readonly #client: ControlClient;
  /** The last one that was delivered; null when nothing was, and nothing before the first one is missed. */
  #lastSeq: number | null;
  readonly #onPassedOver: () => void;

  constructor(client: ControlClient, after: After, onPassedOver: () => void) {
    this.#client = client;
    this.#onPassedOver = onPassedOver;
    this.#lastSeq = typeof after === 'number' ? after : null;
  }

  get brokerId(): string {
    return this.#client.hello.brokerId;
  }

  /** The event, unless it was delivered before. */
  *next(envelope: Envelope): Generator<BrokerItem, void, undefined> {
    if (this.#lastSeq !== null && envelope.seq <= this.#lastSeq) return;
    this.#lastSeq = envelope.seq;
    yield { kind: 'event', envelope };
  }

  /** What the broker has after the last one that was delivered. */
  async *rest(): AsyncGenerator<BrokerItem, void, undefined> {
    const params = { afterSeq: this.#lastSeq ?? 0, topic: ALL_TOPICS };
    const { envelopes, firstSeq, lastSeq } = await this.#client.call('events/recent', params);
    yield* this.#missedBefore(firstSeq);
    for (const read of envelopes.map(readEnvelope)) yield* this.#kept(read);
    yield* this.#missedBefore(lastSeq + 1);
  }

  /** What this version does not understand; null when not even its number is known. */
  passOver(seq: number | null): void {
    this.#onPassedOver();
    if (seq !== null && seq > (this.#lastSeq ?? 0)) this.#lastSeq = seq;
  }

  /** The events that the bus did not bring. */
  async *healed(gap: Gap): AsyncGenerator<BrokerItem, void, undefined> {
    reportGap(this.#client, gap);
    this.#lastSeq ??= gap.from - 1;
    try {
      yield* this.rest();
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) throw error;
    }
    // With a broker that is gone its history is, too.
    yield* this.#missedBefore(gap.to + 1);
  }

  /** One of the history. What could not be read is missed, as the numbers around it show; what is only not known is not. */
  *#kept(read: EnvelopeRead): Generator<BrokerItem, void, undefined> {
    if (!read.ok && read.why !== 'unknownEvent') return this.passOver(null);
    yield* this.#missedBefore(read.ok ? read.envelope.seq : read.at.seq);
    if (read.ok) yield* this.next(read.envelope);
    else this.passOver(read.at.seq);
  }

  *#missedBefore(seq: number): Generator<BrokerItem, void, undefined> {
    if (this.#lastSeq === null || seq <= this.#lastSeq + 1) return;
    yield { kind: 'gap', brokerId: this.brokerId, from: this.#lastSeq + 1, to: seq - 1 };
    this.#lastSeq = seq - 1;
  }
}

/** Ends the subscription when the broker does not answer any more; on a quiet bus nobody would notice. */
function listenForSilence(client: ControlClient, subscriber: EventSubscriber) {
  const stop = new AbortController();
  let silence: { readonly error: unknown } | undefined;
  untilSilent(client, stop.signal).catch((error: unknown) => {
    if (stop.signal.aborted) return;
    silence = { error };
    subscriber.close();
  });
  return {
    throwIfSilent: () => {
      if (silence !== undefined) throw silence.error;
    },
    [Symbol.dispose]: () => stop.abort(),
  };
}
