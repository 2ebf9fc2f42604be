import * as v from 'valibot';
import { CODEX_RESULTS, type CodexMethod, type CodexParams, type CodexResult } from '../codex/requests.ts';
import { importedThread } from '../codex/session-import.ts';
import { CONTROL_ERRORS } from '../contract/control.ts';
import { messageOf } from '../contract/fault.ts';
import { RPC_ERRORS, RpcError } from '../rpc/message.ts';
import { DeadlineExceeded, within } from '../util/deadline.ts';
import { deferred } from '../util/deferred.ts';
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

  /** @throws RpcError: `codexUnavailable`, `codexSilent`, `codexTooOld`, or what the app-server said. */
  async ask<M extends CodexMethod>(method: M, params: CodexParams[M]): Promise<CodexResult<M>> {
    const { peer } = await this.#appServer();
    try {
      const answer = await peer.request(method, params, { timeoutMs: QUERY_MS });
      const schema: (typeof CODEX_RESULTS)[M] = CODEX_RESULTS[method];
      return v.parse(schema, answer);
    } catch (error) {
      throw refusal(method, error);
    }
  }

  /** The id of the thread that the transcript has become, or null when Codex says that it recorded none. */
  async importSession(path: string, cwd: string): Promise<{ threadId: string | null; failure: string | null }> {
    const completed = deferred<{ threadId: string | null; failure: string | null }>();
    let importId: string | null = null;
    const early: unknown[] = [];
    const take = (params: unknown) => {
      const outcome = importedThread(params, importId, path);
      if (outcome !== null) completed.resolve(outcome);
    };
    // Before the request: what it reports may come before its answer.
    const stop = this.#router.onUnaddressed((method, params) => {
      if (method !== 'externalAgentConfig/import/completed') return;
      if (importId === null) early.push(params);
      else take(params);
    });
    try {
      const details = { plugins: [], skills: [], mcpServers: [], hooks: [], subagents: [], commands: [] };
      const sessions = [{ path, cwd, title: null }];
      const item = { itemType: 'SESSIONS', description: 'Claude Code session', cwd: null } as const;
      const migrationItems = [{ ...item, details: { ...details, sessions } }];
      importId = (await this.ask('externalAgentConfig/import', { migrationItems })).importId ?? '';
      for (const params of early) take(params);
      return await within(completed.promise, IMPORT_MS, 'the app-server about the end of the import');
    } catch (error) {
      throw refusal('externalAgentConfig/import', error);
    } finally {
      stop();
    }
  }

  async #appServer(): Promise<AppServer> {
    const appServer = await this.#ready().catch((error: unknown) => {
      throw new RpcError(CONTROL_ERRORS.codexUnavailable, messageOf(error));
    });
    if (appServer === null) throw new RpcError(CONTROL_ERRORS.codexUnavailable, 'The broker is ending');
    return appServer;
  }
}

function refusal(method: string, error: unknown): RpcError {
  if (error instanceof DeadlineExceeded) return new RpcError(CONTROL_ERRORS.codexSilent, error.message);
  if (!(error instanceof RpcError)) return new RpcError(CONTROL_ERRORS.codexUnavailable, messageOf(error));
  return isUnknownMethod(error)
    ? new RpcError(CONTROL_ERRORS.codexTooOld, `This Codex has no "${method}": ${error.message}`)
    : error;
}

/** Codex itself answers an unknown method as an invalid request that names it as an unknown variant. */
function isUnknownMethod({ code, message }: RpcError): boolean {
  return code === RPC_ERRORS.methodNotFound || /unknown (?:variant|method)/iu.test(message);
}
