import { XPublisher } from 'zeromq';
import { type BusEvent, type Envelope, EVENT_VERSION, endsStream, type LogRange, streamOf } from '../contract/event.ts';
import { type Binding, bindFile, bindPort, type Transport, transportOf } from './binding.ts';
import { encodeEnvelope, encodeSync, MAX_QUEUED_MESSAGES, type Sync } from './frame.ts';
import { RecentEvents } from './recent.ts';
import { MAX_SYNC_TOPIC_CHARS, parseSyncTopic, type Streams } from './topic.ts';

/** A peer that subscribes to more than that is disconnected. */
const MAX_SUBSCRIPTION_BYTES = 4 * MAX_SYNC_TOPIC_CHARS;

/**
 * How long what was published may still travel after the socket is closed. ZeroMQ prints a warning
 * on stderr when it waits for more than half a second.
 */
export const LINGER_MS = 400;

export type Tap = (envelope: Envelope) => void;

/** What a reader that missed events can still have. Events before `firstSeq` are no longer kept. */
export interface Recent {
  readonly envelopes: Envelope[];
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/**
 * The one place where facts leave the broker. Publishing is synchronous and never throws or blocks:
 * a reader that does not keep up loses events, and sees by their numbers that it did.
 *
 * Main thread only: ZeroMQ aborts the process when a thread ends that is receiving.
 */
export class EventPublisher {
  readonly brokerId: string;
  /** What a subscriber has to be told. Of a port it is a secret. */
  readonly endpoint: string;
  readonly #binding: Binding;
  readonly #socket: XPublisher;
  readonly #recent = new RecentEvents();
  readonly #streamSeqs = new Map<string, number>();
  readonly #subscribers = new Set<string>();
  readonly #taps = new Set<Tap>();
  readonly #untold: Envelope[] = [];
  #telling = false;
  #seq = 0;
  #unsent = 0;

  /**
   * Binds the socket file, or a port where there are no such files. The caller holds the workspace's lock: binding
   * takes the path away from whoever had it.
   *
   * @throws Error when something that is not a socket is at the path, or ZeroMQ cannot bind it.
   */
  static async bind(
    socketPath: string,
    brokerId: string,
    transport: Transport = transportOf(),
  ): Promise<EventPublisher> {
    const socket = new XPublisher({
      linger: LINGER_MS,
      // Without it a second send in one tick can throw EBUSY.
      sendTimeout: 0,
      sendHighWaterMark: MAX_QUEUED_MESSAGES,
      maxMessageSize: MAX_SUBSCRIPTION_BYTES,
    });
    socket.verbosity = 'allSubs';
    try {
      const binding = await (transport === 'ipc' ? bindFile(socket, socketPath) : bindPort(socket));
      return new EventPublisher(socket, binding, brokerId);
    } catch (error) {
      socket.close();
      throw error;
    }
  }

  private constructor(socket: XPublisher, binding: Binding, brokerId: string) {
    this.#socket = socket;
    this.#binding = binding;
    this.endpoint = binding.endpoint;
    this.brokerId = brokerId;
    void this.#serve();
  }

  /** The number of the last event. */
  get seq(): number {
    return this.#seq;
  }

  /** Readers that have made the handshake and are still connected. */
  get subscribers(): number {
    return this.#subscribers.size;
  }

  /** Events that could not be encoded or queued while the socket was open. A reader sees each as a gap. */
  get unsent(): number {
    return this.#unsent;
  }

  /** `log` says where the event's lines are in the job's log; `at` is an ISO timestamp, now by default. */
  publish(event: BusEvent, options: { readonly log?: LogRange | null; readonly at?: string } = {}): Envelope {
    const envelope: Envelope = {
      v: EVENT_VERSION,
      brokerId: this.brokerId,
      ...this.#number(event),
      at: options.at ?? new Date().toISOString(),
      log: options.log ?? null,
      event,
    };
    this.#send(envelope);
    this.#tell(envelope);
    return envelope;
  }

  /** Kept events after `afterSeq` whose topic starts with `prefix`, as they were published. */
  recent(afterSeq: number, prefix: string): Recent {
    const envelopes = this.#recent.after(afterSeq, prefix);
    return { envelopes, firstSeq: this.#recent.firstSeq ?? this.#seq + 1, lastSeq: this.#seq };
  }

  /**
   * Calls `listener` with every event from now on, in order and before `publish` returns, also when
   * the socket is closed. What a listener publishes is told after the event that made it do so. An
   * error of a listener becomes an uncaught exception.
   *
   * @returns what removes the listener.
   */
  tap(listener: Tap): () => void {
    this.#taps.add(listener);
    return () => void this.#taps.delete(listener);
  }

  /**
   * Binds a second time when somebody has removed the socket file: new readers find it again, those that are connected
   * stay. The first binding is kept: ZeroMQ can abort the process when one is given up while readers come and go.
   * And synchronously, since an asynchronous one uses the socket from another thread.
   *
   * @returns whether it was necessary.
   * @throws Error when ZeroMQ cannot bind.
   */
  reopen(): boolean {
    return !this.#socket.closed && this.#binding.reopen();
  }

  /**
   * Stops sending; what was published travels on for up to `lingerMs`, and only if the process then
   * ends by itself (`process.exit()` drops it). The socket file stays.
   */
  close(options: { readonly lingerMs?: number } = {}): void {
    if (this.#socket.closed) return;
    this.#socket.linger = options.lingerMs ?? LINGER_MS;
    this.#socket.close();
    this.#subscribers.clear();
  }

  #number(event: BusEvent): { seq: number; streamSeq: number } {
    const stream = streamOf(event);
    const streamSeq = (this.#streamSeqs.get(stream) ?? 0) + 1;
    if (endsStream(event)) this.#streamSeqs.delete(stream);
    else this.#streamSeqs.set(stream, streamSeq);
    this.#seq += 1;
    return { seq: this.#seq, streamSeq };
  }

  #send(envelope: Envelope): void {
    try {
      const frames = encodeEnvelope(envelope);
      this.#recent.push(envelope.seq, frames);
      if (!this.#socket.closed) this.#socket.send(frames).catch(this.#onUnsent);
    } catch {
      this.#onUnsent();
    }
  }

  readonly #onUnsent = (): void => {
    this.#unsent += 1;
  };

  #tell(envelope: Envelope): void {
    this.#untold.push(envelope);
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#untold.shift(); next !== undefined; next = this.#untold.shift()) {
      for (const tap of this.#taps) callTap(tap, next);
    }
    this.#telling = false;
  }

  /** Subscriptions have to be read all the time: this is how handshakes are seen. */
  async #serve(): Promise<void> {
    try {
      for await (const [frame] of this.#socket) {
        if (frame !== undefined) this.#onSubscription(frame);
      }
    } catch (error) {
      if (!this.#socket.closed) throw error;
    }
  }

  #onSubscription(frame: Buffer): void {
    const topic = frame.subarray(1).toString();
    if (frame[0] === 0) this.#subscribers.delete(topic);
    const request = frame[0] === 1 ? parseSyncTopic(topic) : undefined;
    if (request === undefined) return;
    this.#subscribers.add(topic);
    const streams = this.#seqsOf(request.streams);
    const sync: Sync = { v: EVENT_VERSION, brokerId: this.brokerId, seq: this.#seq, streams };
    this.#socket.send(encodeSync(topic, sync)).catch(() => undefined);
  }

  #seqsOf(streams: Streams): Record<string, number> {
    if (streams === 'all') return Object.fromEntries(this.#streamSeqs);
    return Object.fromEntries(streams.map((stream) => [stream, this.#streamSeqs.get(stream) ?? 0]));
  }
}

function callTap(tap: Tap, envelope: Envelope): void {
  try {
    tap(envelope);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
