import { CONTROL_ERRORS } from '../../contract/control.ts';
import { RpcError } from '../../rpc/message.ts';
import { newRecord } from '../../status/new-record.ts';
import type { Handler } from './handler.ts';

/** Takes a job on. The same id again is the same job: a client whose answer was lost may ask twice. */
export const submit: Handler<'job/submit'> = (spec, { identity, ledger, dispatcher, lifecycle, store }) => {
  const known = ledger.get(spec.id);
  if (known !== null) return { job: known, position: dispatcher.positionOf(known.id) ?? 0 };
  if (!lifecycle.accepting()) {
    throw new RpcError(CONTROL_ERRORS.draining, `Broker ${identity.brokerId} is ending and takes no more jobs`);
  }
  const job = newRecord(spec, {
    owner: identity.owner,
    workspaceRoot: identity.workspaceRoot,
    logFile: store.logFile(spec.id),
    at: new Date().toISOString(),
  });
  ledger.accept(job);
  const position = dispatcher.enqueue(job);
  return { job: ledger.get(spec.id) ?? job, position };
};
