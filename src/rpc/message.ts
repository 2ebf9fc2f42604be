/** Error codes of JSON-RPC itself. */
export const RPC_ERRORS = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
} as const;

/** What the other side answered instead of a result; thrown in a request handler, what we answer. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export type RequestId = string | number;

export interface ErrorObject {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

export type Message =
  | { readonly kind: 'request'; readonly id: RequestId; readonly method: string; readonly params: unknown }
  | { readonly kind: 'notification'; readonly method: string; readonly params: unknown }
  | { readonly kind: 'response'; readonly id: RequestId; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: RequestId; readonly error: ErrorObject }
  | { readonly kind: 'invalid'; readonly why: string };

/** Reads one line. The `jsonrpc` field is neither asked for nor looked at: the app-server leaves it out. */
export function parseMessage(text: string): Message {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid('not JSON');
  }
  if (!isRecord(value)) return invalid('not an object');
  if ('method' in value) return parseCall(value);
  return parseReply(value);
}

function parseCall(value: Record<string, unknown>): Message {
  const { id, method, params } = value;
  if (typeof method !== 'string') return invalid('"method" is not a string');
  if (id === undefined) return { kind: 'notification', method, params };
  return isRequestId(id) ? { kind: 'request', id, method, params } : invalid('"id" is no id');
}

function parseReply(value: Record<string, unknown>): Message {
  const { id, result, error } = value;
  if (!isRequestId(id)) return invalid('neither a call nor a reply');
  if (error === undefined || error === null) return { kind: 'response', id, result };
  return { kind: 'error', id, error: errorObject(error) };
}

// An error of the wrong shape is still an answer: it must end the request that it names.
function errorObject(error: unknown): ErrorObject {
  const { code, message, data } = isRecord(error) ? error : { code: undefined, message: undefined, data: error };
  return {
    code: typeof code === 'number' ? code : RPC_ERRORS.internalError,
    message: typeof message === 'string' ? message : 'an error without a message',
    ...(data === undefined ? {} : { data }),
  };
}

function invalid(why: string): Message {
  return { kind: 'invalid', why };
}

function isRequestId(value: unknown): value is RequestId {
  return typeof value === 'number' || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
