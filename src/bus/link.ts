import { setImmediate as nextTurn } from 'node:timers/promises';
import { capability, curveKeyPair, type Observer, Subscriber } from 'zeromq';
import { destinationOf } from './endpoint.ts';
import { MAX_MESSAGE_BYTES, MAX_QUEUED_MESSAGES } from './frame.ts';

/**
 * A link belongs to one publisher, so it never reconnects. "Never" is spelled as an hour: with
 * reconnecting off, ZeroMQ drops what is queued when the peer goes.
 */
const RECONNECT_MS = 3_600_000;

/**
 * A lost connection is told twice: `disconnect`, when the last bytes may still be on their way to
 * the queue, then `connect:retry`, when all are in it. After a breach of protocol only the first comes.
 */
const SECOND_NOTICE_MS = 100;

/** While draining, receiving does not give way to timers and other sockets by itself. */
const DRAINED_BEFORE_YIELD = 256;

/** What encryption adds to the bytes of a message. */
const CURVE_BYTES = 33;

/** One connection to one publisher, until that publisher is gone and all it sent is read. */
export class Link {
  readonly #socket: Subscriber;
  #secondNotice: NodeJS.Timeout | undefined;
  #lost = false;
  #receiving = false;
  #received = 0;

  /** Subscribes to `topics` in their order. Throws when the endpoint is not one. */
  constructor(endpoint: string, topics: readonly string[]) {
    this.#socket = new Subscriber({
      linger: 0,
      maxMessageSize: MAX_MESSAGE_BYTES,
      receiveHighWaterMark: MAX_QUEUED_MESSAGES,
      reconnectInterval: RECONNECT_MS,
    });
    try {
      void this.#watch(this.#socket.events);
      const { address, serverKey } = destinationOf(endpoint);
      if (serverKey !== null) encrypt(this.#socket, serverKey);
      this.#socket.connect(address);
      // After connecting: what is subscribed before is sent in alphabetical order.
      for (const topic of topics) this.#socket.subscribe(topic);
    } catch (error) {
      this.#socket.close();
      throw error;
    }
  }

  get closed(): boolean {
    return this.#socket.closed;
  }

  /** The frames of the next message; undefined when there will be none. One call at a time. */
  async receive(): Promise<readonly Buffer[] | undefined> {
    this.#receiving = true;
    this.#received += 1;
    try {
      if (this.#lost && this.#received % DRAINED_BEFORE_YIELD === 0) await nextTurn();
      return await this.#socket.receive();
    } catch (error) {
      if (this.#lost || this.#socket.closed) return undefined;
      throw error;
    } finally {
      this.#receiving = false;
    }
  }

  /** Drops what is not read. Ends a pending `receive`. */
  close(): void {
    clearTimeout(this.#secondNotice);
    this.#socket.close();
  }

  async #watch(events: Observer): Promise<void> {
    try {
      for (;;) {
        const event = await events.receive();
        if (event.type === 'end') return;
        if (event.type === 'connect:retry') void this.#drain();
        if (event.type === 'disconnect') {
          this.#secondNotice = setTimeout(() => void this.#drain(), SECOND_NOTICE_MS);
        }
      }
    } catch (error) {
      if (!this.#socket.closed) throw error;
    }
  }

  /** From here on, an empty queue is the end. */
  async #drain(): Promise<void> {
    clearTimeout(this.#secondNotice);
    if (this.#lost || this.#socket.closed) return;
    this.#lost = true;
    this.#socket.receiveTimeout = 0;
    // A receive that began before waits for ever on an empty queue, and for at most one turn otherwise.
    const waiting = this.#received;
    await nextTurn();
    await nextTurn();
    if (this.#receiving && this.#received === waiting) this.#socket.close();
  }
}

/** The publisher does not ask who reads: the reader's keys are for this connection only. */
function encrypt(socket: Subscriber, serverKey: string): void {
  if (capability.curve !== true) throw new Error('this build of zeromq does not encrypt');
  const { publicKey, secretKey } = curveKeyPair();
  socket.curveServerKey = serverKey;
  socket.curvePublicKey = publicKey;
  socket.curveSecretKey = secretKey;
  socket.maxMessageSize = MAX_MESSAGE_BYTES + CURVE_BYTES;
}
