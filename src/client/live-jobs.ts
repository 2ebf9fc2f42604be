import type { LiveJob } from '../contract/control.ts';
import type { JobRecord } from '../contract/job.ts';
import type { ProcessIdentity } from '../contract/process-identity.ts';
import { readBrokerLabel } from '../status/broker-label.ts';
import { isAlive } from '../status/liveness.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';

/** A broker answers a question about its jobs within this time, or the store has to do. */
export const LIVE_ANSWER_MS = 1_000;

/** Jobs are read so often at most, should one broker after the other end in between. */
const MAX_READS = 3;

export interface LiveView {
  readonly jobs: ReadonlyMap<string, LiveJob>;
  /** Brokers that hold their lock and do not say what they know, in a sentence each. */
  readonly silent: readonly string[];
  /**
   * Whether a process was there when it was looked for: the same answer for everybody who asks. One that was killed can take a
   * while to be gone, and a job is not told of as running by one look, and as without a broker by the next.
   */
  readonly isAlive: (process: ProcessIdentity) => boolean;
}

/**
 * Jobs as `read` finds them, and what their brokers know of them beyond that. A broker that ends between the two has ended its jobs, or will
 * be found dead: then `read` is asked again, so that nobody is told that a job runs whose broker is gone.
 */
export async function readLive<T extends { readonly jobs: readonly JobRecord[] }>(
  context: ClientContext,
  read: () => Promise<T>,
): Promise<{ readonly read: T; readonly live: LiveView }> {
  for (let reads = 1; ; reads += 1) {
    const found = await read();
    const live = await liveView(context, found.jobs);
    const known = found.jobs.map((job) => live.jobs.get(job.id)?.job ?? job);
    const isStale = known.some((job) => job.status === 'running' && !live.isAlive(job.broker));
    if (!isStale || reads === MAX_READS) return { read: found, live };
  }
}

/** What the live brokers of these jobs know beyond the store. Bounded; a broker that is silent is named. */
async function liveView(context: ClientContext, jobs: readonly JobRecord[]): Promise<LiveView> {
  const names = new Map<string, string>();
  for (const { status, owner, id } of jobs) {
    if (status === 'queued' || status === 'running') names.set(owner.brokerKey, id);
  }
  const live = new Map<string, LiveJob>();
  const silent: string[] = [];
  await Promise.all(
    [...names].map(async ([brokerKey, name]) => {
      try {
        for (const entry of await askBroker(context, brokerKey)) live.set(entry.job.id, entry);
      } catch (error) {
        silent.push(`${whyNot(name, error)}; what follows is from its records`);
      }
    }),
  );
  return { jobs: live, silent, isAlive: lookedForOnce() };
}

function lookedForOnce(): LiveView['isAlive'] {
  const answers = new Map<string, boolean>();
  return (process) => {
    const name = `${process.bootId} ${process.pid} ${process.startTime}`;
    const alive = answers.get(name) ?? isAlive(process);
    answers.set(name, alive);
    return alive;
  };
}

function whyNot(name: string, error: unknown): string {
  return error instanceof ClientError && error.code === 'broker_incompatible'
    ? error.message
    : `The broker of ${name} does not respond`;
}

async function askBroker(context: ClientContext, brokerKey: string): Promise<readonly LiveJob[]> {
  const paths = context.pathsOf(brokerKey);
  if (readBrokerLabel(paths.label) === null) return [];
  const { findBroker } = await import('./daemon.ts');
  const client = await findBroker(paths, { impatient: true });
  if (client === null) return [];
  try {
    return (await client.call('job/live', {}, LIVE_ANSWER_MS)).jobs;
  } finally {
    client.close();
  }
}
