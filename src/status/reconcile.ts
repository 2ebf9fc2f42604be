import type { JobEvent } from '../contract/event.ts';
import { messageOf } from '../contract/fault.ts';
import { isFinished, type JobRecord, type QueuedJob, type RunningJob } from '../contract/job.ts';
import type { ProcessIdentity } from '../contract/process-identity.ts';
import { isAlive, signalIfSame } from './liveness.ts';
import { acquire, inspect } from './lock.ts';
import type { Damage } from './record-file.ts';
import { endOrRetry } from './retry.ts';
import type { JobStore } from './store.ts';
import { sweepRun } from './tagged-processes.ts';
import { changedBy, writeChange } from './write-end.ts';

/** What is asked about the world. `lockHolder` is the id of the broker that holds the lock of a broker key. */
export interface World {
  isAlive(process: ProcessIdentity): boolean;
  lockHolder(brokerKey: string): string | null;
}

export interface Correction {
  readonly job: RunningJob;
  readonly event: JobEvent;
}

export interface Reconciliation {
  readonly corrections: readonly Correction[];
  /** Accepted, and no broker that will run them: whoever asks should start one. */
  readonly ownerless: readonly QueuedJob[];
}

/** Compares what the records say with who is alive: records in, corrections out. */
export function reconcile(records: readonly JobRecord[], facts: World): Reconciliation {
  const corrections: Correction[] = [];
  const ownerless: QueuedJob[] = [];
  for (const job of records) {
    if (job.status === 'running' && !facts.isAlive(job.broker)) {
      corrections.push({ job, event: lost(job, facts) });
    } else if (job.status === 'queued' && facts.lockHolder(job.owner.brokerKey) === null) {
      ownerless.push(job);
    }
  }
  return { corrections, ownerless };
}

function lost(job: RunningJob, facts: World): JobEvent {
  const survivor = facts.isAlive(job.appServer);
  const appServer = survivor
    ? `its app-server (pid ${job.appServer.pid}) still ran`
    : `its app-server (pid ${job.appServer.pid}) is gone, too`;
  return endOrRetry(job, {
    type: 'job.failed',
    jobId: job.id,
    reason: 'broker_lost',
    message: `The broker of this job (pid ${job.broker.pid}) ended without finishing it; ${appServer}`,
    interruption: null,
  });
}

/** How long a reader waits for another reader that corrects the same records. */
const WAIT_FOR_READERS_MS = 1_000;

export interface ReadOptions {
  readonly lockDirFor: (brokerKey: string) => string;
  /** The tag of the processes of the broker that was last in this place, from its label. */
  readonly runTagOf?: (brokerKey: string) => string | null;
  /** How many finished jobs are read, newest first; all without it. */
  readonly finishedLimit?: number;
  /** As many finished ones of this session are read, too. */
  readonly sessionId?: string | null;
  /** Names the reader in the lock and in the records' history. */
  readonly reader?: string;
}

export interface ReconciledJobs {
  /** By last change, newest first, after the corrections. */
  readonly jobs: readonly JobRecord[];
  readonly ownerless: readonly QueuedJob[];
  readonly damaged: readonly Damage[];
  /** Corrections that are in `jobs` and could not be written, with the reason. */
  readonly unsaved: ReadonlyArray<{ readonly jobId: string; readonly why: string }>;
}

/**
 * The jobs as they are. Those whose broker has died are settled first: what it left running is killed,
 * what becomes of them is written under their broker's lock, and only then is the list sorted and cut.
 */
export async function readReconciled(store: JobStore, options: ReadOptions): Promise<ReconciledJobs> {
  const settled = new Map<string, JobRecord>();
  const whys = new Map<string, string>();
  const { corrections } = reconcile(store.listActive(), worldOf(options));
  for (const [brokerKey, group] of byBrokerKey(corrections)) {
    const { jobs, why } = await settle(store, brokerKey, group, options);
    for (const job of jobs) {
      settled.set(job.id, job);
      if (why !== null) whys.set(job.id, why);
    }
  }
  const { finishedLimit, sessionId = null } = options;
  const listed = store.list(finishedLimit === undefined ? {} : { finishedLimit, sessionId });
  const stored = listed.filter((job) => isFinished(job) || job.rev >= (settled.get(job.id)?.rev ?? 0));
  for (const job of stored) settled.delete(job.id);
  const jobs = [...stored, ...settled.values()].sort(byLastChange);
  const unsaved = [...whys].filter(([jobId]) => settled.has(jobId)).map(([jobId, why]) => ({ jobId, why }));
  return {
    jobs,
    ownerless: reconcile(jobs, worldOf(options)).ownerless,
    damaged: [...store.damaged, ...store.quarantined],
    unsaved,
  };
}

interface Settlement {
  readonly jobs: readonly JobRecord[];
  /** Why they are not stored; null when they are, or will be by the broker that holds the lock. */
  readonly why: string | null;
}

/** Under the lock nobody else writes these records. A broker that has it corrects them itself. */
async function settle(
  store: JobStore,
  brokerKey: string,
  corrections: readonly Correction[],
  options: ReadOptions,
): Promise<Settlement> {
  const source = options.reader ?? `reader-${process.pid}`;
  const inMemory = (why: string | null) => ({
    jobs: corrections.flatMap((c) => changedBy(c.job, c.event, source)),
    why,
  });
  try {
    const attempt = await acquire(options.lockDirFor(brokerKey), {
      role: 'reader',
      holder: source,
      timeoutMs: WAIT_FOR_READERS_MS,
    });
    if (!attempt.ok) {
      const { role, pid } = attempt.heldBy;
      return inMemory(role === 'broker' ? null : `another reader, pid ${pid}, holds the lock`);
    }
    try {
      return await settleLocked(store, brokerKey, corrections, options, source);
    } finally {
      attempt.lock.release();
    }
  } catch (error) {
    return inMemory(messageOf(error));
  }
}

async function settleLocked(
  store: JobStore,
  brokerKey: string,
  corrections: readonly Correction[],
  options: ReadOptions,
  source: string,
): Promise<Settlement> {
  // Whoever was found dead may have been corrected, and the job run again, before the lock was ours.
  const current = corrections.flatMap(({ job }) => store.read(job.id) ?? []);
  const still = reconcile(
    current.filter((job) => job.owner.brokerKey === brokerKey),
    worldOf(options),
  ).corrections;
  if (still.length === 0) return { jobs: [], why: null };
  // Before the records are written: a reader that is killed in between leaves the rest to the next one.
  for (const { job } of still) signalIfSame(job.appServer, 'SIGKILL');
  const runTag = options.runTagOf?.(brokerKey) ?? null;
  if (runTag !== null) await sweepRun(runTag);
  return { jobs: still.flatMap(({ job, event }) => writeChange(store, job, event, source)), why: null };
}

/** Each lock is looked at once a read: all records of one broker get one answer. */
function worldOf(options: ReadOptions): World {
  const holders = new Map<string, string | null>();
  const lockHolder = (brokerKey: string) => {
    const known = holders.get(brokerKey);
    if (known !== undefined) return known;
    const holder = inspect(options.lockDirFor(brokerKey));
    const brokerId = holder?.role === 'broker' ? holder.holder : null;
    holders.set(brokerKey, brokerId);
    return brokerId;
  };
  return { isAlive, lockHolder };
}

function byBrokerKey(corrections: readonly Correction[]): Map<string, Correction[]> {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const key = correction.job.owner.brokerKey;
    groups.set(key, [...(groups.get(key) ?? []), correction]);
  }
  return groups;
}

function byLastChange(a: JobRecord, b: JobRecord): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
