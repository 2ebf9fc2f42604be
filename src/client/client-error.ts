import { CodexNotFound } from '../config/codex-binary.ts';
import { ConfigError } from '../config/config-error.ts';
import { messageOf } from '../contract/fault.ts';
import { RpcError } from '../rpc/message.ts';
import { DeadlineExceeded } from '../util/deadline.ts';
import { DirectoryRefused } from '../util/private-directory.ts';
import { FileRefused } from '../util/regular-file.ts';
import { isBrokerGone } from './broker-gone.ts';

/** What kept a client from what it was asked for: the closed set. The sentence for people stands beside it; programs match on this. */
export const CLIENT_ERROR_CODES = [
  /** What was asked for contradicts itself, or names what is not there. */
  'invalid_request',
  /** A setting, or a folder of state, cannot be used. */
  'misconfigured',
  /** Another request was handed in under the same key. */
  'key_taken',
  /** As many jobs wait in the workspace as may. */
  'queue_full',
  'job_not_found',
  /** There is no Codex thread to go on with, or it is in use. */
  'not_resumable',
  /** There is nothing that could be reviewed, or git could not say. */
  'not_reviewable',
  /** No broker could be reached or started, or none answers. */
  'broker_unreachable',
  /** The broker that is there is of another version, which does not understand this one. */
  'broker_incompatible',
  /** A package is missing without which no broker can be reached, or its binary cannot be loaded. */
  'packages_missing',
  /** Codex is missing, too old, or cannot be started. */
  'codex_unusable',
  /** Codex has answered, and said no. */
  'codex_refused',
  /** Codex has not answered in time. */
  'codex_silent',
  /** The job has not ended in the time that its end was waited for. */
  'timed_out',
  /** Somebody ended what was going on. */
  'interrupted',
] as const;
export type ClientErrorCode = (typeof CLIENT_ERROR_CODES)[number];

/** An expected way for a client to fail: what was wrong, where, and what to do. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  readonly code: ClientErrorCode;

  constructor(code: ClientErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** What an error of the layers below is to a client; null for a defect, which nobody has foreseen. */
export function clientErrorOf(error: unknown): ClientError | null {
  if (error instanceof ClientError) return error;
  const code = codeOf(error);
  return code === null ? null : new ClientError(code, messageOf(error), { cause: error });
}

function codeOf(error: unknown): ClientErrorCode | null {
  if (error instanceof CodexNotFound) return 'codex_unusable';
  if (error instanceof ConfigError || error instanceof DirectoryRefused || error instanceof FileRefused)
    return 'misconfigured';
  if (error instanceof RpcError || error instanceof DeadlineExceeded || isBrokerGone(error))
    return 'broker_unreachable';
  return null;
}
