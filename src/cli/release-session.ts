import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { type BrokerPaths, brokerPaths, workspacesDirectory } from '../config/paths.ts';
import { messageOf } from '../contract/fault.ts';
import { inspect } from '../status/lock.ts';
import { findBroker } from './daemon.ts';

/** A broker that has said hello answers within this time, or is left alone. */
export const RELEASE_ANSWER_MS = 2_000;

/** A job of the session may just be on its way to a broker: they are asked again for this long. */
export const LATECOMERS_MS = 2_000;
const ASK_EVERY_MS = 250;

/** What came of letting go of a session. */
export interface Released {
  /** Jobs that are being cancelled. */
  readonly cancelled: readonly string[];
  /** Brokers that could not be asked, in a sentence each. */
  readonly silent: readonly string[];
}

/**
 * Has every broker of this user, in whichever workspace, cancel the foreground jobs of a session that has ended.
 * Whoever waited for them is gone, or about to go, so one that is submitted a moment later is cancelled, too.
 */
export async function releaseSession(config: Config, sessionId: string): Promise<Released> {
  const cancelled = new Set<string>();
  const silent = new Map<string, string>();
  const asking = new Map<string, Promise<void>>();
  const ask = async (broker: BrokerPaths) => {
    try {
      for (const id of await release(broker, sessionId)) cancelled.add(id);
      silent.delete(broker.directory);
    } catch (error) {
      silent.set(broker.directory, messageOf(error));
    }
    asking.delete(broker.directory);
  };
  // One that does not answer keeps none of the others from being asked again.
  for (const endAtMs = performance.now() + LATECOMERS_MS; performance.now() < endAtMs; await sleep(ASK_EVERY_MS)) {
    for (const broker of liveBrokers(config.stateRoot)) {
      if (!asking.has(broker.directory)) asking.set(broker.directory, ask(broker));
    }
  }
  await Promise.all(asking.values());
  return { cancelled: [...cancelled], silent: [...silent.values()] };
}

async function release(broker: BrokerPaths, sessionId: string): Promise<readonly string[]> {
  const client = await findBroker(broker);
  if (client === null) return [];
  try {
    return (await client.call('session/release', { sessionId }, RELEASE_ANSWER_MS)).cancelled;
  } finally {
    client.close();
  }
}

/** Only what holds its lock: a broker that has died has no jobs to cancel. */
function liveBrokers(stateRoot: string): BrokerPaths[] {
  const root = workspacesDirectory(stateRoot);
  return namesIn(root).flatMap((name) => {
    const workspace = path.join(root, name);
    return namesIn(path.join(workspace, 'brokers'))
      .map((key) => brokerPaths(workspace, key))
      .filter(({ lock }) => inspect(lock)?.role === 'broker');
  });
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    // None is there, or none that we may see: then there is nobody to ask.
    return [];
  }
}
