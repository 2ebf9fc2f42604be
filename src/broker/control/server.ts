import { createServer, type Server, type Socket } from 'node:net';
import * as v from 'valibot';
import { CONTROL_ERRORS, CONTROL_VERSION } from '../../contract/control.ts';
import { messageOf } from '../../contract/fault.ts';
import { RpcError } from '../../rpc/message.ts';
import { Peer } from '../../rpc/peer.ts';
import { settledWithin } from '../../util/deadline.ts';
import { hasLostFile } from '../../util/local-endpoint.ts';
import type { Log } from '../log.ts';
import type { Services } from '../services.ts';
import type { BrokerIdentity } from '../start.ts';
import { callMethod, parseParams } from './methods.ts';

/** Longest request: a prompt of the greatest length, escaped, with what surrounds it. */
export const MAX_REQUEST_BYTES = 8 * 1024 * 1024;

/** A client that does not read its answers is cut off at this many unsent bytes. */
export const MAX_UNSENT_BYTES = 32 * 1024 * 1024;

/** A connection that has not said hello by then is closed. Longer than a client waits: a slow machine makes both late. */
export const HELLO_MS = 15_000;

/** For the last messages to leave before the connections are closed. */
const FLUSH_MS = 200;

/** The socket on which clients give commands. Each connection says hello with its version first. */
export class ControlServer {
  #server: Server;
  #open = true;
  readonly #services: Services;
  readonly #log: Log;
  readonly #peers = new Set<Peer>();
  /** Those of them that only look on. */
  readonly #watching = new Set<Peer>();
  #garbled = 0;
  readonly #onChange: () => void;

  private constructor(services: Services, log: Log, onChange: () => void) {
    this.#services = services;
    this.#log = log;
    this.#onChange = onChange;
    this.#server = this.#newServer();
  }

  /** Listens on a path that nothing else uses: the caller holds the lock and has removed what was there. */
  static async listen(services: Services, log: Log, onChange: () => void): Promise<ControlServer> {
    const control = new ControlServer(services, log, onChange);
    await control.#listen();
    return control;
  }

  /** Listens anew when somebody has removed the socket file; connections stay. Returns whether it was necessary. */
  async reopen(): Promise<boolean> {
    if (!this.#open || !hasLostFile(this.#services.identity.endpoint)) return false;
    // It removes the file at its path, so it must be closed before the next one makes it.
    this.#server.close();
    this.#server = this.#newServer();
    await this.#listen();
    if (!this.#open) this.#server.close();
    return true;
  }

  get clients(): number {
    return this.#peers.size;
  }

  /** Clients that the broker stays for. */
  get users(): number {
    return this.#peers.size - this.#watching.size;
  }

  broadcast(method: string, params: object): void {
    for (const peer of this.#peers) peer.notify(method, params);
  }

  /** Takes no more connections. Those that are open stay until {@link close}. */
  refuseNew(): void {
    this.#open = false;
    this.#server.close();
  }

  /** Ends every connection after what was written to it has left, or after a short while. */
  async close(): Promise<void> {
    this.refuseNew();
    const peers = [...this.#peers];
    for (const peer of peers) peer.close();
    await settledWithin(Promise.all(peers.map((peer) => peer.closed)), FLUSH_MS);
    for (const peer of peers) peer.destroy();
  }

  /** One that cannot accept a connection, for want of a descriptor say, serves those that it has, and goes on. */
  #newServer(): Server {
    const server = createServer((socket) => this.#welcome(socket));
    return server.on('error', (error) => this.#log('error', `The control socket failed: ${messageOf(error)}`));
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#services.identity.endpoint, resolve);
    });
  }

  #welcome(socket: Socket): void {
    let greeted = false;
    const peer = new Peer(
      { readable: socket, writable: socket },
      {
        name: 'a client',
        jsonrpc: true,
        maxLineBytes: MAX_REQUEST_BYTES,
        maxBufferedBytes: MAX_UNSENT_BYTES,
        onRequest: async (method, params) => {
          if (method === 'hello') {
            const { watching, submitting, ...result } = this.#hello(params);
            greeted = true;
            if (submitting) this.#services.expectJob();
            if (watching) this.#onlyLooksOn(peer);
            return result;
          }
          if (!greeted)
            throw new RpcError(CONTROL_ERRORS.helloRequired, 'Say "hello" with your protocol version first');
          return callMethod(method, params, this.#services);
        },
        onGarbage: (sample) => this.#onGarbage(sample),
      },
    );
    this.#peers.add(peer);
    this.#onChange();
    const timer = setTimeout(() => {
      if (!greeted) peer.close();
    }, HELLO_MS);
    void peer.closed.then(() => {
      clearTimeout(timer);
      this.#peers.delete(peer);
      this.#watching.delete(peer);
      this.#onChange();
    });
  }

  #onlyLooksOn(peer: Peer): void {
    if (!this.#peers.has(peer)) return;
    this.#watching.add(peer);
    this.#onChange();
  }

  /** Told at every power of ten: a client that sends nothing else must not fill the disk with the news of it. */
  #onGarbage(sample: string): void {
    this.#garbled += 1;
    if (!Number.isInteger(Math.log10(this.#garbled))) return;
    this.#log('info', `Skipped ${this.#garbled} lines of clients that are not JSON-RPC: ${sample}`);
  }

  /** The version comes first: all the rest of another version's hello may have another form. */
  #hello(params: unknown) {
    const { identity, publisher } = this.#services;
    const spoken = v.safeParse(SpokenSchema, params);
    if (spoken.success && spoken.output.protocolVersion !== CONTROL_VERSION) {
      throw versionMismatch(identity, spoken.output.protocolVersion);
    }
    const { watching, submitting } = parseParams('hello', params);
    return {
      watching,
      submitting,
      protocolVersion: CONTROL_VERSION,
      brokerId: identity.brokerId,
      brokerVersion: identity.version,
      events: identity.events,
      ...(identity.proof === undefined ? {} : { proof: identity.proof }),
      seq: publisher.seq,
    };
  }
}

const SpokenSchema = v.object({ protocolVersion: v.number() });

/** Read by clients of every version: the sentence by people, the data by programs. */
function versionMismatch({ brokerId, version }: BrokerIdentity, theirs: number): RpcError {
  const remedy = 'run "codex-companion broker restart --force" to replace it, which ends its jobs';
  return new RpcError(
    CONTROL_ERRORS.versionMismatch,
    `Broker ${brokerId} (codex-companion ${version}) speaks protocol ${CONTROL_VERSION}, not ${theirs} (${remedy})`,
    { protocolVersion: CONTROL_VERSION, brokerVersion: version },
  );
}
