import { messageOf } from '../contract/fault.ts';
import type { JobRecord } from '../contract/job.ts';
import { readBrokerLabel } from '../status/broker-label.ts';
import { type ReconciledJobs, readReconciled } from '../status/reconcile.ts';
import { oneLine } from '../util/plain-text.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import type { ControlClient } from './control-client.ts';
import type { FindOptions } from './daemon.ts';

/** Names of files can hold line ends, and come from whoever put them there. */
const PATH_CHARS = 1_000;

/** How many finished jobs the overview shows, and a command reads that needs no others. */
export const RECENT_JOBS = 8;

/** Loaded when there is a broker to talk to, or one to be started: mostly there is neither, and all that is asked for is stored. */
function brokers(): Promise<typeof import('./daemon.ts')> {
  return import('./daemon.ts');
}

export interface ReadJobsOptions {
  /** How many of the newest finished jobs are read, and how many of the session's: {@link RECENT_JOBS} without it. */
  readonly finished?: number | 'all';
  /** Ends the wait for a broker that is starting. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The active jobs of the workspace and its newest finished ones, reconciled. A job that waits for a broker which is gone gets one: nobody
 * should have to know that it needs one.
 */
export async function readJobs(context: ClientContext, options: ReadJobsOptions = {}): Promise<ReconciledJobs> {
  const read = await settleJobs(context, options);
  if (!context.startsBrokers) return read;
  for (const codexHome of new Set(read.ownerless.map((job) => job.owner.codexHome)))
    await startBrokerFor(context, codexHome, options.signal);
  return read;
}

/** The same, and nothing is started. */
export function settleJobs(
  context: ClientContext,
  { finished = RECENT_JOBS }: ReadJobsOptions = {},
): Promise<ReconciledJobs> {
  const { sessionId } = context.config.settings;
  return readReconciled(context.store, {
    ...(finished === 'all' ? {} : { finishedLimit: finished, sessionId }),
    lockDirFor: (brokerKey) => context.pathsOf(brokerKey).lock,
    runTagOf: (brokerKey) => readBrokerLabel(context.pathsOf(brokerKey).label)?.runTag ?? null,
  });
}

/** The jobs are there and can be read, whether or not a broker can be had for those that wait. */
async function startBrokerFor(
  context: ClientContext,
  codexHome: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    const { ensureBroker } = await brokers();
    (await ensureBroker(context, { codexHome, signal })).close();
  } catch (error) {
    if (signal?.aborted) return;
    context.warn(`Jobs wait for a broker that cannot be started: ${messageOf(error)}`);
  }
}

/** Tells what the store could not read. */
export function reportDamage(context: ClientContext, { damaged, unsaved }: ReconciledJobs): void {
  for (const { file, why } of damaged)
    context.warn(
      `Cannot read "${oneLine(file, PATH_CHARS)}": ${why} (it is kept as it is, and the other jobs are not affected; remove it to hear no more of it)`,
    );
  for (const { jobId, why } of unsaved) context.warn(`Cannot save the end of ${jobId}: ${why}`);
}

/** The job that `text` names: its id, or an unambiguous part of it. @throws ClientError (`job_not_found`) */
export function namedJob(context: ClientContext, text: string): JobRecord {
  const found = context.store.findByPrefix(text);
  switch (found.kind) {
    case 'found':
      return found.job;
    case 'ambiguous':
      throw new ClientError(
        'job_not_found',
        `Job reference "${text}" is ambiguous. Use a longer job id. It fits ${found.ids.join(', ')}`,
      );
    case 'none':
      throw new ClientError(
        'job_not_found',
        `No job found for "${text}". Run /codex:status to list known jobs. (looked in "${context.workspace.root}", then in every other workspace)`,
      );
  }
}

/** Jobs of this session where there is one, of everybody with `all`. */
export function ofSession(context: ClientContext, jobs: readonly JobRecord[], all: boolean): JobRecord[] {
  const { sessionId } = context.config.settings;
  return all || sessionId === null ? [...jobs] : jobs.filter((job) => job.sessionId === sessionId);
}

/** The broker that answers for a job, or null when it is gone. @throws BrokerUnresponsive, BrokerOfOtherVersion */
export async function brokerOf(
  context: ClientContext,
  job: JobRecord,
  options: FindOptions = {},
): Promise<ControlClient | null> {
  const { findBroker } = await brokers();
  return findBroker(context.pathsOf(job.owner.brokerKey), options);
}
