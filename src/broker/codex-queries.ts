import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { SERVER_OVERLOADED } from '../codex/reasons.ts';
import {
  CODEX_RESULTS,
  type CodexMethod,
  type CodexParams,
  type CodexResult,
  type SessionsToImport,
} from '../codex/requests.ts';
import { importedThread, type SessionImport } from '../codex/session-import.ts';
import { CONTROL_ERRORS } from '../contract/control.ts';
import { messageOf } from '../contract/fault.ts';
import { RPC_ERRORS, RpcError } from '../rpc/message.ts';
import { ConnectionClosed, type Peer } from '../rpc/peer.ts';
import { backoff } from '../util/backoff.ts';
import { DeadlineExceeded, within } from '../util/deadline.ts';
import { deferred } from '../util/deferred.ts';
import { monotonicMs } from '../util/monotonic.ts';
import type { AppServer } from './child/app-server.ts';
import type { ThreadRouter } from './router.ts';

/** Longest answer to a question that belongs to no job. */
export const QUERY_MS = 10_000;

/** Reading a long transcript takes its time. */
export const IMPORT_MS = 60_000;

/** Questions to the app-server that belong to no job: about the account, the threads, and for an import. */
export class CodexQueries {
  readonly #ready: () => Promise<AppServer | null>;
  readonly #router: ThreadRouter;

  /** `ready` resolves with null when the broker ends before its app-server is there. */
  constructor(ready: () => Promise<AppServer | null>, router: ThreadRouter) {
    this.#ready = ready;
    this.#router = router;
  }

  /**
   * @throws RpcError: `codexUnavailable`, `codexSilent`, `codexTooOld`, `draining` when the app-server is gone and the
   * broker about to follow it, or what the app-server said.
   */
  async ask<M extends CodexMethod>(method: M, params: CodexParams[M]): Promise<CodexResult<M>> {
    const { peer } = await this.#appServer();
    try {
      const answer = await answered(peer, method, params);
      const schema: (typeof CODEX_RESULTS)[M] = CODEX_RESULTS[method];
      return v.parse(schema, answer);
    } catch (error) {
      throw refusal(method, error);
    }
  }

  /** What has become of the transcript `path`, after Codex has said that it is done with it. */
  async importSession(path: string, cwd: string): Promise<SessionImport> {
    const { peer } = await this.#appServer();
    const completed = deferred<SessionImport>();
    let asked: { readonly importId: string | null } | null = null;
    const early: unknown[] = [];
    const take = (importId: string | null, params: unknown) => {
      const outcome = importedThread(params, importId, path);
      if (outcome !== null) completed.resolve(outcome);
    };
    // Before the request: what it reports may come before its answer.
    const stop = this.#router.onUnaddressed((method, params) => {
      if (method !== 'externalAgentConfig/import/completed') return;
      if (asked === null) early.push(params);
      else take(asked.importId, params);
    });
    void peer.closed.then(() => completed.reject(new ConnectionClosed('The app-server ended during the import')));
    completed.promise.catch(() => undefined);
    try {
      asked = await this.ask('externalAgentConfig/import', { migrationItems: [sessionItem(path, cwd)] });
      for (const params of early) take(asked.importId, params);
      return await within(completed.promise, IMPORT_MS, 'the app-server about the end of the import');
    } catch (error) {
      throw error instanceof RpcError ? error : refusal('externalAgentConfig/import', error);
    } finally {
      stop();
    }
  }

  async #appServer(): Promise<AppServer> {
    const appServer = await this.#ready().catch((error: unknown) => {
      throw new RpcError(CONTROL_ERRORS.codexUnavailable, messageOf(error));
    });
    if (appServer === null) throw new RpcError(CONTROL_ERRORS.draining, 'The broker is ending');
    return appServer;
  }
}

function sessionItem(path: string, cwd: string): SessionsToImport {
  return {
    itemType: 'SESSIONS',
    description: 'Claude Code session',
    cwd: null,
    details: {
      plugins: [],
      skills: [],
      sessions: [{ path, cwd, title: null }],
      mcpServers: [],
      hooks: [],
      subagents: [],
      commands: [],
    },
  };
}

/** Asks again while the app-server says that it has too much to do; its last word is that, then. */
async function answered<M extends CodexMethod>(peer: Peer, method: M, params: CodexParams[M]): Promise<unknown> {
  const giveUpAtMs = monotonicMs() + QUERY_MS;
  for (const delayMs of backoff(100, 1_000)) {
    const leftMs = giveUpAtMs - monotonicMs();
    try {
      return await peer.request(method, params, { timeoutMs: Math.max(1, leftMs) });
    } catch (error) {
      const busy = error instanceof RpcError && error.code === SERVER_OVERLOADED;
      if (!busy || delayMs >= leftMs) throw error;
      await sleep(delayMs);
    }
  }
  throw new Error('Unexpected end of an endless back-off');
}

function refusal(method: string, error: unknown): RpcError {
  if (error instanceof DeadlineExceeded) return new RpcError(CONTROL_ERRORS.codexSilent, error.message);
  if (error instanceof ConnectionClosed) return new RpcError(CONTROL_ERRORS.draining, error.message);
  if (!(error instanceof RpcError)) return new RpcError(CONTROL_ERRORS.codexUnavailable, unreadable(method, error));
  if (error.code === SERVER_OVERLOADED) return new RpcError(CONTROL_ERRORS.codexSilent, error.message);
  return isUnknownMethod(error) ? new RpcError(CONTROL_ERRORS.codexTooOld, `This Codex has no "${method}"`) : error;
}

function unreadable(method: string, error: unknown): string {
  return `Cannot read the answer of the app-server to "${method}": ${messageOf(error)}`;
}

/** Codex itself answers an unknown method as an invalid request that names it as an unknown variant. */
function isUnknownMethod({ code, message }: RpcError): boolean {
  return code === RPC_ERRORS.methodNotFound || /unknown (?:variant|method)/iu.test(message);
}
