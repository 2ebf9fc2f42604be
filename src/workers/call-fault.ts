import { faultOfRpcError } from '../codex/reasons.ts';
import { Fault } from '../contract/fault.ts';
import type { CallError } from './port.ts';

/** What a job fails with when a call of its start is not answered with a result. */
export function faultOfCall(method: string, error: CallError): Fault {
  switch (error.kind) {
    case 'rpc': {
      const { reason, message } = faultOfRpcError(method, error);
      return new Fault(reason, message);
    }
    case 'deadline':
      return new Fault('start_timeout', error.message);
    case 'closed':
      return new Fault('app_server_exited', error.message);
  }
}
