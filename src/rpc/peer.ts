import type { Readable, Writable } from 'node:stream';
import { deferred } from '../util/deferred.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { type Line, LineDecoder } from './lines.ts';
import { type ErrorObject, type Message, parseMessage, type RequestId, RPC_ERRORS, RpcError } from './message.ts';
import { type RequestOptions, Requests, type SettledRequest } from './requests.ts';

/** As much is shown of a line that is no message. */
const SAMPLE_CHARS = 200;

const MAX_IN_FLIGHT = 64;
const REQUEST_TIMEOUT_MS = 30_000;
// How long an ending connection may take: to read what came before a failed write, to send what was written.
const LAST_WORDS_MS = 1000;

/** The connection ended before the request was answered, or before it was made. */
export class ConnectionClosed extends Error {
  override readonly name = 'ConnectionClosed';
}

export interface Connection {
  readonly readable: Readable;
  readonly writable: Writable;
}

export interface PeerOptions {
  /** Who is on the other side, for error messages. */
  readonly name: string;
  /** Whether what is sent carries `"jsonrpc":"2.0"`. */
  readonly jsonrpc: boolean;
  readonly maxLineBytes: number;
  /** Requests of ours that may be unanswered at a time; 64 by default. Further ones wait in order. */
  readonly maxInFlight?: number;
  /** 30 s by default. */
  readonly requestTimeoutMs?: number;
  /** Unsent bytes above which the next message destroys the connection instead. Unlimited by default. */
  readonly maxBufferedBytes?: number;
  readonly onOverflow?: (bufferedBytes: number) => void;
  /** An {@link RpcError} thrown here is the answer; anything else thrown is answered as an internal error. */
  readonly onRequest?: (method: string, params: unknown, id: RequestId) => Promise<unknown>;
  /** Sees each line before it is read. A line for which it returns true is its own business. */
  readonly onLine?: (line: string) => boolean;
  /** `line` is what it was read from. */
  readonly onNotification?: (method: string, params: unknown, line: string) => void;
  /** Called once for each request of ours, however it ended. */
  readonly onSettled?: (request: SettledRequest) => void;
  /** A line that is no message, or is over-long: how it begins, and how long it is (was, by then). */
  readonly onGarbage?: (sample: string, bytes: number) => void;
}

/**
 * One end of a JSON-RPC conversation, one message a line. Both ends may ask: ids of the two directions
 * are independent of each other. No error of the streams is ever thrown; all of them end in `closed`.
 */
export class Peer {
  readonly closed: Promise<void>;
  readonly #connection: Connection;
  readonly #options: PeerOptions;
  readonly #decoder: LineDecoder;
  readonly #requests: Requests;
  readonly #closed = deferred<void>();
  // open ──▶ closing (writes no more, delivers no more) ──▶ closed
  #state: 'open' | 'closing' | 'closed' = 'open';
  #lastReceivedAtMs = monotonicMs();
  #lateReplies = 0;
  #cause: unknown;
  #lastWords: NodeJS.Timeout | undefined;

  constructor(connection: Connection, options: PeerOptions) {
    this.#connection = connection;
    this.#options = options;
    this.closed = this.#closed.promise;
    this.#decoder = new LineDecoder(options.maxLineBytes);
    this.#requests = new Requests({
      maxInFlight: options.maxInFlight ?? MAX_IN_FLIGHT,
      send: (id, method, params) => this.#send({ id, method, params }),
      onSettled: options.onSettled,
    });
    this.#listen();
  }

  /** When the last bytes came (at first: when the peer was made), on the clock of `monotonicMs()`. */
  get lastReceivedAtMs(): number {
    return this.#lastReceivedAtMs;
  }

  /** Replies to requests that nobody waits for any more, or that were never made. */
  get lateReplies(): number {
    return this.#lateReplies;
  }

  /**
   * @throws RpcError when the other side answers with an error, DeadlineExceeded when it does not answer
   * in time, ConnectionClosed when the connection ends first.
   */
  request(method: string, params: unknown = {}, options: RequestOptions = {}): Promise<unknown> {
    if (this.#state !== 'open') return Promise.reject(this.#connectionClosed(method));
    const timeoutMs = options.timeoutMs ?? this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
    const what = `${this.#options.name} to "${method}"`;
    return this.#requests.make(method, params, what, { ...options, timeoutMs });
  }

  /** Does nothing once the connection is closed. */
  notify(method: string, params: unknown = {}): void {
    this.#send({ method, params });
  }

  /** A line that somebody has taken, and that is no message after all. */
  discard(line: string): void {
    this.#options.onGarbage?.(line.slice(0, SAMPLE_CHARS), Buffer.byteLength(line));
  }

  /**
   * Sends what was written before, then ends our side. Pending requests are rejected at once and nothing
   * more is delivered. `closed` follows when a socket has sent all, or a pipe's other side ends; within
   * a second in any case.
   */
  close(): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#requests.rejectAll((method) => this.#connectionClosed(method));
    const { readable, writable } = this.#connection;
    const isSocket = Object.is(readable, writable);
    writable.end(() => {
      if (isSocket) readable.destroy();
    });
    this.#limitLastWords();
  }

  /** Ends the connection now; what was not sent is lost. */
  destroy(): void {
    this.#connection.writable.destroy();
    this.#connection.readable.destroy();
    this.#finish();
  }

  #listen(): void {
    const { readable, writable } = this.#connection;
    readable.on('data', (chunk: Buffer) => this.#receive(chunk));
    readable.on('end', () => this.#deliverAll(this.#decoder.end()));
    readable.on('error', (error) => this.#fail(error));
    for (const event of ['end', 'close']) readable.on(event, () => this.#finish());
    writable.on('error', (error) => this.#fail(error));
    writable.on('close', () => this.#limitLastWords());
  }

  #receive(chunk: Buffer): void {
    this.#lastReceivedAtMs = monotonicMs();
    this.#deliverAll(this.#decoder.push(chunk));
  }

  #deliverAll(lines: readonly Line[]): void {
    for (const line of lines) {
      if (this.#state !== 'open') return;
      if (line.kind === 'oversize') this.#options.onGarbage?.(line.sample, line.bytes);
      else if (this.#options.onLine?.(line.text) !== true) this.#deliver(parseMessage(line.text), line.text);
    }
  }

  #deliver(message: Message, text: string): void {
    switch (message.kind) {
      case 'notification':
        this.#options.onNotification?.(message.method, message.params, text);
        return;
      case 'response':
        if (!this.#requests.resolve(message.id, message.result)) this.#lateReplies += 1;
        return;
      case 'error': {
        const { code, message: sentence, data } = message.error;
        if (!this.#requests.reject(message.id, new RpcError(code, sentence, data))) this.#lateReplies += 1;
        return;
      }
      case 'request':
        void this.#answer(message.id, message.method, message.params);
        return;
      case 'invalid':
        if (text.trim() !== '') this.discard(text);
    }
  }

  async #answer(id: RequestId, method: string, params: unknown): Promise<void> {
    try {
      const handler = this.#options.onRequest;
      if (handler === undefined) throw new RpcError(RPC_ERRORS.methodNotFound, `Method not found: "${method}"`);
      const result = await handler(method, params, id);
      // Without a result the reply would have neither of the two fields that make it one.
      this.#send({ id, result: result === undefined ? null : result });
    } catch (error) {
      this.#send({ id, error: toErrorObject(error) });
    }
  }

  #send(message: Readonly<Record<string, unknown>>): void {
    const { writable } = this.#connection;
    if (this.#state !== 'open' || !writable.writable) return;
    const { maxBufferedBytes = Number.POSITIVE_INFINITY, jsonrpc, onOverflow } = this.#options;
    const buffered = writable.writableLength;
    if (buffered > maxBufferedBytes) {
      this.destroy();
      onOverflow?.(buffered);
      return;
    }
    writable.write(`${JSON.stringify(jsonrpc ? { jsonrpc: '2.0', ...message } : message)}\n`);
  }

  #fail(error: unknown): void {
    this.#cause ??= error;
    this.#limitLastWords();
  }

  // A process that died leaves its last output in the pipe: the failed write is noticed before that is read.
  #limitLastWords(): void {
    if (this.#state === 'closed' || this.#lastWords !== undefined) return;
    this.#lastWords = setTimeout(() => this.destroy(), LAST_WORDS_MS);
  }

  #finish(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearTimeout(this.#lastWords);
    this.#requests.rejectAll((method) => this.#connectionClosed(method));
    endSoon(this.#connection.writable);
    this.#closed.resolve();
  }

  #connectionClosed(method: string): ConnectionClosed {
    const { name } = this.#options;
    const options = this.#cause === undefined ? {} : { cause: this.#cause };
    return new ConnectionClosed(`No answer to "${method}": the connection to ${name} is closed`, options);
  }
}

// The other side may have ended only its own direction: the answers it is owed are still sent, if it reads them.
function endSoon(writable: Writable): void {
  if (writable.writableLength === 0) writable.destroy();
  if (writable.destroyed) return;
  const timer = setTimeout(() => writable.destroy(), LAST_WORDS_MS);
  writable.once('close', () => clearTimeout(timer));
  writable.end(() => writable.destroy());
}

function toErrorObject(error: unknown): ErrorObject {
  if (error instanceof RpcError) {
    return { code: error.code, message: error.message, ...(error.data === undefined ? {} : { data: error.data }) };
  }
  return { code: RPC_ERRORS.internalError, message: error instanceof Error ? error.message : String(error) };
}
