import type { FinishedJob, QueuedJob } from '../contract/job.ts';
import { acquire } from './lock.ts';
import type { JobStore } from './store.ts';
import { writeEnd } from './write-end.ts';

/** How long another reader of the same place is waited for. */
const WAIT_FOR_READERS_MS = 1_000;

export interface WithdrawOptions {
  readonly lockDirFor: (brokerKey: string) => string;
  /** Who wants it, for the record. */
  readonly by: string;
}

/**
 * Cancels jobs that wait for a broker which is gone, so that none that comes later runs them. A broker that is there
 * answers for its jobs itself: those are left to it.
 */
export async function withdraw(
  store: JobStore,
  jobs: readonly QueuedJob[],
  options: WithdrawOptions,
): Promise<FinishedJob[]> {
  const ended: FinishedJob[] = [];
  for (const job of jobs) ended.push(...(await withdrawOne(store, job, options)));
  return ended;
}

async function withdrawOne(
  store: JobStore,
  { id, owner }: QueuedJob,
  options: WithdrawOptions,
): Promise<FinishedJob[]> {
  const { lockDirFor, by } = options;
  const holder = `reader-${process.pid}`;
  const claim = await acquire(lockDirFor(owner.brokerKey), { role: 'reader', holder, timeoutMs: WAIT_FOR_READERS_MS });
  if (!claim.ok) return [];
  try {
    const current = store.read(id);
    // In between another broker may have taken it over.
    if (current?.status !== 'queued' || current.owner.brokerKey !== owner.brokerKey) return [];
    return writeEnd(store, current, { type: 'job.cancelled', jobId: id, by, interruption: null }, holder);
  } finally {
    claim.lock.release();
  }
}
