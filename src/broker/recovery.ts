import type { BrokerPlace } from '../config/config.ts';
import { brokerPaths } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import type { ActiveJob, QueuedJob } from '../contract/job.ts';
import { tryAcquire } from '../status/lock.ts';
import { endOrRetry } from '../status/retry.ts';
import type { JobStore } from '../status/store.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import type { BrokerIdentity } from './start.ts';

export interface Recovery {
  readonly store: JobStore;
  readonly ledger: Ledger;
  readonly identity: BrokerIdentity;
  readonly place: BrokerPlace;
  readonly workspaceDirectory: string;
  readonly log: Log;
}

/**
 * Puts the store in order at the start of a broker, under its lock: jobs that a dead broker of this
 * place was running end as failed, those that were waiting are taken over.
 * @returns the jobs to queue, oldest first.
 */
export function recover(recovery: Recovery): QueuedJob[] {
  const { store, log } = recovery;
  store.sweepTemporaries();
  for (const { file, why } of store.quarantine()) log('error', `Set aside the damaged record "${file}": ${why}`);
  const waiting: QueuedJob[] = [];
  for (const job of store.listActive()) {
    try {
      const adopted = takeOver(job, recovery);
      if (adopted !== null) waiting.push(adopted);
    } catch (error) {
      log('error', `Cannot take over ${job.id}: ${messageOf(error)}`);
    }
  }
  return waiting.sort(byAge);
}

function byAge(a: QueuedJob, b: QueuedJob): number {
  if (a.createdAt === b.createdAt) return 0;
  return a.createdAt < b.createdAt ? -1 : 1;
}

function takeOver(job: ActiveJob, recovery: Recovery): QueuedJob | null {
  if (job.owner.brokerKey !== recovery.place.key) return job.status === 'queued' ? inherit(job, recovery) : null;
  if (job.status === 'queued') return keep(job, recovery);
  recovery.ledger.adopt(job);
  const message = `The broker of this job (pid ${job.broker.pid}) ended without finishing it`;
  const failed = { type: 'job.failed', jobId: job.id, reason: 'broker_lost', message, interruption: null } as const;
  const after = recovery.ledger.apply(endOrRetry(job, failed));
  return after?.status === 'queued' ? adopt(after, recovery) : null;
}

/**
 * A job of the same account that was accepted with a Codex that has since been replaced: no broker of
 * its own will ever come. Its old place's lock is held meanwhile, so that only one takes it.
 */
function inherit(job: QueuedJob, recovery: Recovery): QueuedJob | null {
  const { identity, workspaceDirectory, store } = recovery;
  if (job.owner.codexHome !== identity.owner.codexHome) return null;
  const directory = brokerPaths(workspaceDirectory, job.owner.brokerKey).lock;
  const claim = tryAcquire(directory, { role: 'reader', holder: identity.brokerId });
  if (!claim.ok) return null;
  try {
    const current = store.read(job.id);
    const unchanged = current?.status === 'queued' && current.owner.brokerKey === job.owner.brokerKey;
    return unchanged ? adopt(current, recovery) : null;
  } finally {
    claim.lock.release();
  }
}

/** A job of this place is ours, whether or not the disk lets us say so: its start is tried until it can be recorded. */
function keep(job: QueuedJob, recovery: Recovery): QueuedJob | null {
  try {
    return adopt(job, recovery);
  } catch (error) {
    recovery.log('error', `Cannot record who has taken over ${job.id}: ${messageOf(error)}`);
    return job;
  }
}

function adopt(job: QueuedJob, { ledger, identity }: Recovery): QueuedJob | null {
  ledger.adopt(job);
  const adopted = ledger.apply({ type: 'job.adopted', jobId: job.id, owner: identity.owner });
  return adopted?.status === 'queued' ? adopted : null;
}
