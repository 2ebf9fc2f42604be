import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { codexVersionIn, InitializeResultSchema } from '../../codex/requests.ts';
import { messageOf } from '../../contract/fault.ts';
import type { ProcessIdentity } from '../../contract/process-identity.ts';
import { Peer } from '../../rpc/peer.ts';
import type { SettledRequest } from '../../rpc/requests.ts';
import { settledWithin } from '../../util/deadline.ts';
import { monotonicMs } from '../../util/monotonic.ts';
import { Tail } from '../../util/tail.ts';
import { type AppServerProcess, STDERR_TAIL_BYTES, startFault } from './process.ts';

/** Longest line that the app-server may send. Longer ones are dropped and counted. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** An app-server that takes no more input than this, while it talks on, is as good as gone. */
export const MAX_UNSENT_BYTES = 256 * 1024 * 1024;

/** After the exit the last lines may still be in the pipe; a process it left behind may hold the pipe open. */
const DRAIN_MS = 250;
/** The same of its stderr, which only explains: one that a process it left behind holds open is not waited for as long. */
const STDERR_DRAIN_MS = 50;
/** An app-server that closed its stdout is of no use; it gets this long to exit by itself. */
const EXIT_AFTER_EOF_MS = 1_000;

/** Neither code nor signal: it has not ended, and cannot be ended. */
export interface AppServerExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** Of what it wrote there since it was ready; all of it, if it never was. */
  readonly stderrTail: string;
}

export type AppServerState =
  | { readonly id: 'starting'; readonly identity: ProcessIdentity }
  | { readonly id: 'ready'; readonly identity: ProcessIdentity; readonly version: string; readonly startedInMs: number }
  | { readonly id: 'stopping'; readonly identity: ProcessIdentity }
  | { readonly id: 'gone'; readonly exit: AppServerExit };

export interface AppServerOptions {
  readonly clientVersion: string;
  readonly startTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly onLine: (line: string) => boolean;
  readonly onNotification: (method: string, params: unknown, line: string) => void;
  readonly onRequest: (method: string, params: unknown) => Promise<unknown>;
  readonly onGarbage: (sample: string) => void;
  readonly onSettled: (request: SettledRequest) => void;
}

/** The one `codex app-server` of a broker: its process, its conversation, its end. */
export class AppServer {
  readonly peer: Peer;
  /** Resolves once: after the last notification of a process that has ended was delivered, or when it cannot be ended. */
  readonly gone: Promise<AppServerExit>;
  readonly identity: ProcessIdentity;
  readonly #process: AppServerProcess;
  readonly #stderrEnded: Promise<unknown>;
  #stderr = new Tail(STDERR_TAIL_BYTES);
  #state: AppServerState;
  #endNoticedAtMs: number | null = null;
  #ending: Promise<boolean> | undefined;

  private constructor(process: AppServerProcess, options: AppServerOptions) {
    this.#process = process;
    this.identity = process.identity;
    this.#state = { id: 'starting', identity: process.identity };
    process.stderr.on('data', (chunk: Buffer) => this.#stderr.push(chunk));
    this.#stderrEnded = once(process.stderr, 'close').catch(() => undefined);
    this.peer = new Peer(
      { readable: process.stdout, writable: process.stdin },
      {
        name: 'the app-server',
        jsonrpc: false,
        maxLineBytes: MAX_LINE_BYTES,
        maxBufferedBytes: MAX_UNSENT_BYTES,
        requestTimeoutMs: options.requestTimeoutMs,
        onLine: options.onLine,
        onNotification: options.onNotification,
        onRequest: options.onRequest,
        onGarbage: options.onGarbage,
        onSettled: options.onSettled,
      },
    );
    this.gone = this.#whenGone();
  }

  /**
   * Begins to talk to a process that was started.
   * @throws Fault `app_server_start_failed`, with what stderr said; then no process is left.
   */
  static async open(process: AppServerProcess, options: AppServerOptions): Promise<AppServer> {
    const server = new AppServer(process, options);
    try {
      await server.#initialize(options);
      return server;
    } catch (error) {
      await server.stop({ frozen: false });
      const { stderrTail } = await server.gone;
      throw startFault(process.command, [messageOf(error), stderrTail.trim()].filter(Boolean).join('; '), error);
    }
  }

  get state(): AppServerState {
    return this.#state;
  }

  /** When its exit or the end of its output was noticed, on the clock of `monotonicMs()`; null before that. */
  get endNoticedAtMs(): number | null {
    return this.#endNoticedAtMs;
  }

  /** Ends the process, by the ladder. Resolves when it is {@link gone}; twice is harmless. */
  async stop({ frozen }: { readonly frozen: boolean }): Promise<void> {
    if (this.#state.id !== 'gone') this.#state = { id: 'stopping', identity: this.identity };
    // One that cannot be ended keeps its pipes open, too: nothing else would tell that it is of no use any more.
    if (!(await this.#end(frozen))) this.peer.destroy();
    await this.gone;
  }

  /** Whether it has ended; tried once. */
  #end(frozen: boolean): Promise<boolean> {
    this.#ending ??= this.#process.end({ frozen });
    return this.#ending;
  }

  async #initialize(options: AppServerOptions): Promise<void> {
    const startedAtMs = monotonicMs();
    const answer = this.peer.request(
      'initialize',
      {
        clientInfo: { name: 'codex-companion', title: 'Codex Companion', version: options.clientVersion },
        capabilities: { experimentalApi: true, requestAttestation: false },
      },
      { timeoutMs: options.startTimeoutMs },
    );
    const result = v.parse(InitializeResultSchema, await answer);
    this.peer.notify('initialized', {});
    this.#state = {
      id: 'ready',
      identity: this.identity,
      version: codexVersionIn(result.userAgent) ?? 'unknown',
      startedInMs: Math.round(monotonicMs() - startedAtMs),
    };
    // What it complained of while it started is no reason of its end. The pipes are not read in the order of writing:
    // one turn of the loop later, all that it wrote before its answer is read.
    await setImmediate();
    this.#stderr = new Tail(STDERR_TAIL_BYTES);
  }

  async #whenGone(): Promise<AppServerExit> {
    const { exited } = this.#process;
    await Promise.race([exited, this.peer.closed]);
    this.#endNoticedAtMs = monotonicMs();
    const ended = (await settledWithin(exited, EXIT_AFTER_EOF_MS)) || (await this.#end(false));
    await Promise.all([settledWithin(this.peer.closed, DRAIN_MS), settledWithin(this.#stderrEnded, STDERR_DRAIN_MS)]);
    this.peer.close();
    // One that not even SIGKILL ends hangs in the kernel: it is of no use, and must not hold us up.
    const how = ended ? await exited : { code: null, signal: null };
    const exit = { ...how, stderrTail: this.#stderr.toString() };
    this.#state = { id: 'gone', exit };
    return exit;
  }
}
