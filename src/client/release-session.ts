import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { allBrokerPaths, type BrokerPaths, brokerPaths } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import { inspect } from '../status/lock.ts';
import { JobStore } from '../status/store.ts';
import { withdraw } from '../status/withdraw.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { findBroker } from './daemon.ts';
import { workspaceFolders } from './workspaces.ts';

/** A broker that has said hello answers within this time, or is left alone. */
const RELEASE_ANSWER_MS = 2_000;

/** A job of the session may just be on its way to a broker: they are asked again for this long. */
export const LATECOMERS_MS = 2_000;
const ASK_EVERY_MS = 250;

/** What came of letting go of a session. */
export interface Released {
  /** Jobs that are cancelled, or are being cancelled. */
  readonly cancelled: readonly string[];
  /** Where that could not be done, in a sentence each. */
  readonly failed: readonly string[];
}

/**
 * Ends the foreground jobs of a session that has ended, of this user and in whichever workspace. Whoever waited for them is
 * gone, or about to go, so one that is submitted a moment later is cancelled, too.
 */
export async function releaseSession({ stateRoot }: Config, sessionId: string): Promise<Released> {
  const cancelled = new Set<string>();
  const failed = new Map<string, string>();
  const asking = new Map<string, Promise<void>>();
  const attempt = async (where: string, act: () => Promise<readonly string[]>) => {
    try {
      for (const id of await act()) cancelled.add(id);
      failed.delete(where);
    } catch (error) {
      failed.set(where, messageOf(error));
    }
    asking.delete(where);
  };
  // One that does not answer keeps none of the others from being asked again.
  for (const endAtMs = monotonicMs() + LATECOMERS_MS; monotonicMs() < endAtMs; await sleep(ASK_EVERY_MS)) {
    for (const broker of liveBrokers(stateRoot)) {
      const { directory } = broker;
      if (!asking.has(directory))
        asking.set(
          directory,
          attempt(directory, () => askToRelease(broker, sessionId)),
        );
    }
  }
  await Promise.all(asking.values());
  // What waits where no broker is left would be run by the next one.
  for (const workspace of workspaceFolders(stateRoot))
    await attempt(workspace, () => withdrawWaiting(workspace, sessionId));
  return { cancelled: [...cancelled], failed: [...failed.values()] };
}

async function askToRelease(broker: BrokerPaths, sessionId: string): Promise<readonly string[]> {
  const client = await findBroker(broker);
  if (client === null) return [];
  try {
    return (await client.call('session/release', { sessionId }, RELEASE_ANSWER_MS)).cancelled;
  } finally {
    client.close();
  }
}

async function withdrawWaiting(workspace: string, sessionId: string): Promise<readonly string[]> {
  const store = JobStore.open(workspace);
  const waiting = store
    .listActive()
    .filter((job) => job.status === 'queued')
    .filter((job) => job.foreground && job.sessionId === sessionId);
  const lockDirFor = (brokerKey: string) => brokerPaths(workspace, brokerKey).lock;
  const ended = await withdraw(store, waiting, { lockDirFor, by: 'the end of its session' });
  return ended.map((job) => job.id);
}

/** Those that hold their lock: one that has died runs nothing. */
function liveBrokers(stateRoot: string): BrokerPaths[] {
  return workspaceFolders(stateRoot).flatMap((workspace) =>
    allBrokerPaths(workspace).filter(({ lock }) => inspect(lock)?.role === 'broker'),
  );
}
