import { CONTROL_ERRORS } from '../../contract/control.ts';
import { idsOfKey } from '../../contract/ids.ts';
import type { JobSpec } from '../../contract/job.ts';
import { RPC_ERRORS, RpcError } from '../../rpc/message.ts';
import { KeyTaken, knownJob } from '../../status/keyed-job.ts';
import { acquire } from '../../status/lock.ts';
import { newRecord } from '../../status/new-record.ts';
import type { Services } from '../services.ts';
import type { Handler } from './handler.ts';

/** Another broker of the workspace needs some milliseconds to accept a job with a key. */
const KEY_LOCK_MS = 5_000;

/** Takes a job on. The same id again is the same job, and so is the same key: a client whose answer was lost may ask twice. */
export const submit: Handler<'job/submit'> = async (spec, services) => {
  const { key } = spec;
  if (key === null) return accept(spec, services);
  if (!idsOfKey(key).includes(spec.id))
    throw new RpcError(
      RPC_ERRORS.invalidParams,
      `Cannot use "${spec.id}" for the key "${key}": another id belongs to it`,
    );
  const { keyLock, identity } = services;
  const attempt = await acquire(keyLock, { role: 'reader', holder: identity.brokerId, timeoutMs: KEY_LOCK_MS });
  if (!attempt.ok) throw new RpcError(RPC_ERRORS.internalError, heldUp(key, attempt.heldBy.pid));
  try {
    return accept(spec, services);
  } finally {
    attempt.lock.release();
  }
};

function accept(spec: JobSpec, { identity, ledger, dispatcher, lifecycle, store, maxQueued }: Services) {
  const known = spec.key === null ? ledger.get(spec.id) : withKey(spec, ledger);
  if (known !== null) return { job: known, position: dispatcher.positionOf(known.id) ?? 0 };
  if (!lifecycle.accepting()) {
    throw new RpcError(CONTROL_ERRORS.draining, `Broker ${identity.brokerId} is ending and takes no more jobs`);
  }
  // A person waits for a gate's review, and there are few of them.
  if (dispatcher.queued >= maxQueued && spec.kind !== 'stop-gate-review') {
    throw new RpcError(CONTROL_ERRORS.queueFull, `as many jobs wait already as may, ${maxQueued}`);
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
}

function withKey(spec: JobSpec, ledger: Services['ledger']) {
  try {
    return knownJob(spec, (jobId) => ledger.get(jobId));
  } catch (error) {
    if (error instanceof KeyTaken) throw new RpcError(CONTROL_ERRORS.keyTaken, error.message);
    throw error;
  }
}

function heldUp(key: string, pid: number): string {
  return `Cannot look up the key "${key}": pid ${pid} holds the lock of the keys (try again)`;
}
