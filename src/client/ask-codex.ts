import { CONTROL_ERRORS, type ControlParams, type ControlResult, type ShuttingDown } from '../contract/control.ts';
import { messageOf } from '../contract/fault.ts';
import { RPC_ERRORS, RpcError } from '../rpc/message.ts';
import { ConnectionClosed } from '../rpc/peer.ts';
import { DeadlineExceeded, settledWithin } from '../util/deadline.ts';
import { ClientError, type ClientErrorCode } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import { ensureBroker } from './daemon.ts';

/** Brokers that end while they are asked are replaced; more than a few in a row is a fault. */
const MAX_BROKERS_ASKED = 3;

/** A broker whose app-server is gone has left within this time. */
const LEAVE_MS = 5_000;

type CodexQuestion = 'codex/account' | 'codex/threads' | 'codex/importSession';

/**
 * What Codex answers to a question that belongs to no job, by way of the workspace's broker. One is started when there
 * is none, and serves the next job, too.
 * @throws RpcError with what Codex answered, or why it did not; DeadlineExceeded when nobody answers within `limitMs`;
 * ClientError (`broker_unreachable`, `codex_unusable`) or CodexNotFound when there is nobody to ask.
 */
export async function askCodex<M extends CodexQuestion>(
  context: ClientContext,
  method: M,
  params: ControlParams<M>,
  limitMs: number,
): Promise<ControlResult<M>> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await askBrokers(context, signal, (client) => client.call(method, params, limitMs));
  } catch (error) {
    throw signal.aborted ? new DeadlineExceeded('Codex', limitMs) : error;
  }
}

async function askBrokers<T>(
  context: ClientContext,
  signal: AbortSignal,
  ask: (client: ControlClient) => Promise<T>,
): Promise<T> {
  let notice: ShuttingDown | undefined;
  for (let asked = 1; ; asked += 1) {
    const client = await ensureBroker(context, {
      signal,
      onShuttingDown: (last) => {
        notice = last;
      },
    });
    try {
      return await ask(client);
    } catch (error) {
      if (signal.aborted || !isEnding(error)) throw error;
      await settledWithin(client.closed, LEAVE_MS);
      if (asked === MAX_BROKERS_ASKED) throw endedInARow(notice?.message ?? messageOf(error), error);
    } finally {
      client.close();
    }
  }
}

/** The app-server has died, and its broker goes with it: the next broker has another one. */
function isEnding(error: unknown): boolean {
  return error instanceof ConnectionClosed || isRpc(error, CONTROL_ERRORS.draining);
}

function endedInARow(why: string, cause: unknown): ClientError {
  const message = `Cannot ask Codex: ${MAX_BROKERS_ASKED} brokers ended in a row (${why})`;
  return new ClientError('codex_unusable', message, { cause });
}

/** Errors of {@link askCodex} that mean that Codex itself has not answered, whatever it would have said. */
const NOT_CODEX: ReadonlySet<number> = new Set([
  CONTROL_ERRORS.helloRequired,
  CONTROL_ERRORS.versionMismatch,
  CONTROL_ERRORS.draining,
  CONTROL_ERRORS.codexUnavailable,
  CONTROL_ERRORS.codexSilent,
  // Codex's own "method not found" comes as codexTooOld: this one is a broker's of another version.
  RPC_ERRORS.methodNotFound,
]);

/** Whether the error is Codex's own answer. That it does not have the method is one. */
export function isCodexAnswer(error: unknown): error is RpcError {
  return error instanceof RpcError && !NOT_CODEX.has(error.code);
}

export function isTooOld(error: unknown): boolean {
  return isRpc(error, CONTROL_ERRORS.codexTooOld);
}

export function isSilence(error: unknown): boolean {
  return error instanceof DeadlineExceeded || isRpc(error, CONTROL_ERRORS.codexSilent);
}

function isRpc(error: unknown, code: number): boolean {
  return error instanceof RpcError && error.code === code;
}

/** The error for whoever needs the answer. */
export function codexError(error: unknown): unknown {
  if (isSilence(error)) return clientError('codex_silent', error);
  if (isTooOld(error)) return clientError('codex_unusable', error, ' (run "npm install -g @openai/codex@latest")');
  if (isCodexAnswer(error)) return clientError('codex_refused', error);
  if (isRpc(error, CONTROL_ERRORS.codexUnavailable)) return clientError('codex_unusable', error);
  return error instanceof RpcError ? clientError('broker_unreachable', error) : error;
}

function clientError(code: ClientErrorCode, error: unknown, remedy = ''): ClientError {
  return new ClientError(code, `${messageOf(error)}${remedy}`, { cause: error });
}
