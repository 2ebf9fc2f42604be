import { connect, type Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import * as v from 'valibot';
import {
  CONTROL_VERSION,
  type ControlMethod,
  type ControlParams,
  type ControlResult,
  SHUTTING_DOWN,
  type ShuttingDown,
  ShuttingDownSchema,
} from '../contract/control.ts';
import { messageOf } from '../contract/fault.ts';
import { VERSION } from '../contract/version.ts';
import { ConnectionClosed, Peer } from '../rpc/peer.ts';
import { DeadlineExceeded, settledWithin, within } from '../util/deadline.ts';
import { ClientError } from './client-error.ts';
import { answerOf, helloOf, refusedHello } from './other-version.ts';

/** A broker that is there says hello at once. */
export const HELLO_MS = 2_000;

/** One that is there and busy, with many jobs at once on a slow disk say, gets this long. */
export const BUSY_HELLO_MS = 10_000;

/** Longest answer of a broker: a list of live jobs with their prompts. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Nobody listens there (any more). Another try may find a new broker. */
export class BrokerAbsent extends Error {
  override readonly name = 'BrokerAbsent';
}

/** Somebody listens and does not answer. */
export class BrokerUnresponsive extends ClientError {
  override readonly name = 'BrokerUnresponsive';

  constructor(endpoint: string, cause: unknown) {
    const message = `The broker at "${endpoint}" does not respond (run "codex-companion broker restart --force" to replace it)`;
    super('broker_unreachable', message, { cause });
  }
}

export interface ConnectOptions {
  readonly onShuttingDown?: (notice: ShuttingDown) => void;
  /** Asked when there is no hello at once: whether it is worth waiting for. By default it is not. */
  readonly mayBeBusy?: () => boolean;
  /** Only looks on: the broker does not stay for it. */
  readonly watching?: boolean;
  /** Is about to hand over a job. */
  readonly submitting?: boolean;
  /** Ends the connection when it aborts, also while it is being made. */
  readonly signal?: AbortSignal | undefined;
}

/** A connection to a broker that has said hello. */
export class ControlClient {
  readonly endpoint: string;
  readonly hello: ControlResult<'hello'>;
  /** Resolves when the connection has ended, for whatever reason. */
  readonly closed: Promise<void>;
  readonly #peer: Peer;

  private constructor(endpoint: string, peer: Peer, hello: ControlResult<'hello'>) {
    this.endpoint = endpoint;
    this.#peer = peer;
    this.hello = hello;
    this.closed = peer.closed;
  }

  /** @throws BrokerAbsent, BrokerUnresponsive, BrokerOfOtherVersion, RpcError. */
  static async connect(endpoint: string, options: ConnectOptions = {}): Promise<ControlClient> {
    const socket = await opened(endpoint, options.signal);
    const peer = new Peer(
      { readable: socket, writable: socket },
      {
        name: 'the broker',
        jsonrpc: true,
        maxLineBytes: MAX_ANSWER_BYTES,
        onNotification: (method, params) => {
          const notice = method === SHUTTING_DOWN ? v.safeParse(ShuttingDownSchema, params) : null;
          if (notice?.success) options.onShuttingDown?.(notice.output);
        },
      },
    );
    const client = { name: 'codex-companion', version: VERSION, pid: process.pid };
    const { watching = false, submitting = false } = options;
    try {
      const params = { protocolVersion: CONTROL_VERSION, client, watching, submitting };
      const hello = peer.request('hello', params, { timeoutMs: BUSY_HELLO_MS });
      if (!(await settledWithin(hello, HELLO_MS)) && options.mayBeBusy?.() !== true) {
        throw new DeadlineExceeded(`"${endpoint}"`, HELLO_MS);
      }
      return new ControlClient(endpoint, peer, helloOf(endpoint, await hello));
    } catch (error) {
      peer.destroy();
      if (error instanceof DeadlineExceeded) throw new BrokerUnresponsive(endpoint, error);
      if (error instanceof ConnectionClosed) throw new BrokerAbsent(error.message);
      throw refusedHello(endpoint, error) ?? error;
    }
  }

  /** @throws RpcError, DeadlineExceeded, ConnectionClosed, BrokerOfOtherVersion */
  async call<M extends ControlMethod>(
    method: M,
    params: ControlParams<M>,
    timeoutMs?: number,
  ): Promise<ControlResult<M>> {
    const answer = await this.#peer.request(method, params, timeoutMs === undefined ? {} : { timeoutMs });
    return answerOf(this.endpoint, method, answer);
  }

  close(): void {
    this.#peer.close();
  }
}

async function opened(endpoint: string, signal: AbortSignal | undefined): Promise<Socket> {
  const socket = connect(endpoint);
  if (signal !== undefined) addAbortSignal(signal, socket);
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  try {
    await within(connected, HELLO_MS, `"${endpoint}"`);
    return socket;
  } catch (error) {
    socket.destroy();
    if (error instanceof DeadlineExceeded) throw new BrokerUnresponsive(endpoint, error);
    throw new BrokerAbsent(`No broker at "${endpoint}": ${messageOf(error)}`, { cause: error });
  }
}
