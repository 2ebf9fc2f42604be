import * as v from 'valibot';
import { CONTROL_METHODS, type ControlMethod } from '../../contract/control.ts';
import { RPC_ERRORS, RpcError } from '../../rpc/message.ts';
import { monotonicMs } from '../../util/monotonic.ts';
import type { Services } from '../services.ts';
import { account } from './account.ts';
import { answer } from './answer.ts';
import { cancel } from './cancel.ts';
import type { Handler } from './handler.ts';
import { importSession } from './import-session.ts';
import { live } from './live.ts';
import { recent } from './recent.ts';
import { release } from './release.ts';
import { stop } from './stop.ts';
import { submit } from './submit.ts';
import { threads } from './threads.ts';

type Method = (params: unknown, services: Services) => unknown;

/** What a client that has said hello may ask; one file a method. */
const METHODS: ReadonlyMap<string, Method> = new Map([
  method('broker/ping', () => ({})),
  method('broker/status', (_params, { lifecycle }) => lifecycle.status()),
  method('broker/metrics', (_params, { metrics }) => metrics.collect()),
  method('broker/stop', stop),
  method('job/submit', submit),
  method('job/cancel', cancel),
  method('job/answer', answer),
  method('job/live', live),
  method('session/release', release),
  method('codex/account', account),
  method('codex/threads', threads),
  method('codex/importSession', importSession),
  method('events/missed', ({ count }, { metrics }) => {
    metrics.gapReported(count);
    return {};
  }),
  method('events/recent', recent),
]);

/** @throws RpcError for an unknown method, and for parameters that do not fit. */
export async function callMethod(name: string, params: unknown, services: Services): Promise<unknown> {
  const found = METHODS.get(name);
  if (found === undefined) throw new RpcError(RPC_ERRORS.methodNotFound, `No method "${name}" on the control socket`);
  const askedAtMs = monotonicMs();
  try {
    return await found(params, services);
  } finally {
    services.metrics.clientAnswered(name, monotonicMs() - askedAtMs);
  }
}

/** @throws RpcError that says which field is wrong. */
export function parseParams<M extends ControlMethod>(name: M, params: unknown) {
  const schema: (typeof CONTROL_METHODS)[M]['params'] = CONTROL_METHODS[name].params;
  const parsed = v.safeParse(schema, params);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'params';
  throw new RpcError(RPC_ERRORS.invalidParams, `Cannot use the parameters of "${name}": ${where}: ${issue.message}`);
}

function method<M extends ControlMethod>(name: M, handler: Handler<M>): [string, Method] {
  return [name, (params, services) => handler(parseParams(name, params), services)];
}
