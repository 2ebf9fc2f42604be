import type { FaultData, Reason } from '../contract/fault.ts';
import { oneLine } from '../util/plain-text.ts';
import { fieldsOf } from './fields.ts';
import type { TurnError } from './notifications.ts';

/** The app-server's own code for "busy". */
export const SERVER_OVERLOADED = -32001;

const PROTOCOL_CODES = new Set([-32700, -32601]);
const UNAUTHORIZED_STATUS = 401;
const DETAILS_CHARS = 1000;

// Keys are compared without case and underscores: older versions write them in snake case.
const REASONS_BY_INFO = new Map<string, Reason>([
  ['usagelimitexceeded', 'usage_limit'],
  ['unauthorized', 'unauthorized'],
  ['contextwindowexceeded', 'context_window'],
  ['serveroverloaded', 'server_overloaded'],
]);

export function faultOfTurnError(error: TurnError): FaultData {
  return { reason: reasonOf(error.codexErrorInfo), message: sentenceOf(error) };
}

/** The message, and in brackets the details where they say more. */
export function sentenceOf({ message, additionalDetails }: TurnError): string {
  const details = oneLine(additionalDetails ?? '', DETAILS_CHARS);
  return details === '' || message.includes(details) ? message : `${message} (${details})`;
}

/** `error` is what the app-server answered to `method` instead of a result. */
export function faultOfRpcError(
  method: string,
  error: { readonly code: number; readonly message: string; readonly data?: unknown },
): FaultData {
  const message = `Codex refused "${method}": ${error.message} (code ${error.code})`;
  return { reason: reasonOfRpc(error.code, error.data), message };
}

function reasonOfRpc(code: number, data: unknown): Reason {
  if (code === SERVER_OVERLOADED) return 'server_overloaded';
  if (PROTOCOL_CODES.has(code)) return 'protocol_error';
  const { codexErrorInfo } = fieldsOf(data);
  return reasonOf(codexErrorInfo);
}

function reasonOf(info: unknown): Reason {
  if (typeof info === 'string') return reasonNamed(info);
  const [name = '', detail] = Object.entries(fieldsOf(info))[0] ?? [];
  const { httpStatusCode } = fieldsOf(detail);
  return httpStatusCode === UNAUTHORIZED_STATUS ? 'unauthorized' : reasonNamed(name);
}

function reasonNamed(name: string): Reason {
  return REASONS_BY_INFO.get(name.replaceAll('_', '').toLowerCase()) ?? 'turn_failed';
}
