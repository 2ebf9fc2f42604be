import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allBrokerPaths, type BrokerPaths, socketPaths, workspaceLocks } from '../config/paths.ts';
import { RpcError } from '../rpc/message.ts';
import { ConnectionClosed } from '../rpc/peer.ts';
import { readBrokerLabel } from '../status/broker-label.ts';
import { clearAbandoned } from '../status/leftovers.ts';
import { isAlive, signalIfSame } from '../status/liveness.ts';
import { inspect, type LockHolder, removeDead } from '../status/lock.ts';
import { DeadlineExceeded } from '../util/deadline.ts';
import { monotonicMs } from '../util/monotonic.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import { BrokerUnresponsive, BUSY_HELLO_MS, type ControlClient } from './control-client.ts';
import { findBroker } from './daemon.ts';
import { settleJobs } from './jobs.ts';
import { BrokerOfOtherVersion } from './other-version.ts';
import { terminate } from './terminate.ts';

/** Longest time for a broker to end what runs and to leave. */
const STOP_MS = 20_000;
const POLL_MS = 20;

/** The same for one of another version, which knows of signals only: then it is killed, and its jobs are settled for it. */
const TERMINATE_MS = 15_000;

/** A little longer than a broker takes to see that its label or its socket was removed. */
const REACH_MS = 8_000;

export interface StopOptions {
  /** Cancels what runs and waits, and ends a broker that does not respond. */
  readonly force?: boolean;
}

/** Where one broker of the workspace serves, or has served. */
interface Place {
  readonly paths: BrokerPaths;
  readonly sockets: { readonly control: string; readonly events: string };
}

/**
 * Ends every broker of the workspace and this account: also one of an earlier version of Codex or of ours, which no job goes to any more.
 * @returns how many there were. What killed ones had left is gone, too.
 * @throws ClientError (`broker_unreachable`) when one of them is still there.
 */
export async function endBrokers(context: ClientContext, options: StopOptions): Promise<number> {
  const ended = await Promise.all(placesOf(context).map((place) => end(context, place, options)));
  for (const lock of workspaceLocks(context.workspace.directory)) removeDead(lock);
  return ended.filter(Boolean).length;
}

function placesOf({ config, workspace }: ClientContext): Place[] {
  return allBrokerPaths(workspace.directory)
    .filter(({ label }) => (readBrokerLabel(label)?.codexHome ?? config.codexHome) === config.codexHome)
    .map((paths) => ({
      paths,
      sockets: socketPaths(config.runtimeRoot, config.stateRoot, path.basename(paths.directory)),
    }));
}

/** Whether there was a broker, which is gone now. */
async function end(context: ClientContext, place: Place, options: StopOptions): Promise<boolean> {
  const giveUpAtMs = monotonicMs() + STOP_MS;
  let asked: string | null = null;
  let last: LockHolder | null = null;
  for (let holder = brokerAt(place, last); holder !== null; holder = brokerAt(place, last)) {
    last = holder;
    if (monotonicMs() >= giveUpAtMs) throw stillThere(holder, options);
    // Of several that started at the same time, another one may have had the lock meanwhile: it is asked, too.
    const serving = servingAt(place) ?? asked;
    if (asked === null || serving !== asked) asked = await askToStop(place, holder, options);
    await sleep(POLL_MS);
  }
  await clearAfterKill(context, place);
  return last !== null;
}

/** Who holds the lock as a broker; `last`, who has released it, for as long as its process is there. */
function brokerAt({ paths }: Place, last: LockHolder | null): LockHolder | null {
  const holder = inspect(paths.lock);
  if (holder?.role === 'broker') return holder;
  return last !== null && isAlive(last) ? last : null;
}

function servingAt({ paths }: Place): string | null {
  return readBrokerLabel(paths.label)?.brokerId ?? null;
}

function stillThere({ pid }: LockHolder, { force }: StopOptions): ClientError {
  const what = force
    ? `is still there ${STOP_MS / 1000} s after it was told to end (try again, or end its process yourself)`
    : `still runs jobs after ${STOP_MS / 1000} s (run "codex-companion broker stop --force" to end them)`;
  return new ClientError('broker_unreachable', `The broker (pid ${pid}) ${what}`);
}

/** The id of the broker that is about to end; null when there is none any more, or nobody knows which one it is. */
async function askToStop(place: Place, holder: LockHolder, options: StopOptions): Promise<string | null> {
  const before = servingAt(place);
  try {
    const client = await reach(place, holder);
    if (client === null) return null;
    await askClient(client, options);
    return client.hello.brokerId;
  } catch (error) {
    if (!options.force) throw error;
    if (error instanceof BrokerUnresponsive) signalIfSame(holder, 'SIGKILL');
    // Every version understands a signal: it ends its jobs, and says so in their records.
    else if (error instanceof BrokerOfOtherVersion || error instanceof RpcError) await terminate(holder, TERMINATE_MS);
    else throw error;
    return before;
  }
}

async function askClient(client: ControlClient, { force }: StopOptions): Promise<void> {
  try {
    await client.call('broker/stop', { mode: force ? 'now' : 'drain' }, BUSY_HELLO_MS);
  } catch (error) {
    if (error instanceof DeadlineExceeded) throw new BrokerUnresponsive(client.endpoint, error);
    // It was just ending.
    if (!(error instanceof ConnectionClosed)) throw error;
  } finally {
    client.close();
  }
}

/**
 * The broker that holds the lock; null when it has ended. One that is starting has no label yet, and one whose label
 * or socket was removed makes it anew.
 * @throws BrokerUnresponsive, BrokerOfOtherVersion
 */
async function reach({ paths, sockets }: Place, holder: LockHolder): Promise<ControlClient | null> {
  const giveUpAtMs = monotonicMs() + REACH_MS;
  while (isAlive(holder)) {
    const client = await findBroker(paths);
    if (client !== null) return client;
    if (monotonicMs() >= giveUpAtMs) throw new BrokerUnresponsive(sockets.control, null);
    await sleep(POLL_MS);
  }
  return null;
}

/** A killed broker could not settle its jobs nor clean up after itself; it may not even have left a label. */
async function clearAfterKill(context: ClientContext, place: Place): Promise<void> {
  if (!existsSync(place.paths.directory)) return;
  await settleJobs(context, { finished: 0 });
  // A broker that is there already has done it.
  const also = () => context.store.sweepTemporaries();
  await clearAbandoned(place, { lock: place.paths.lock, timeoutMs: STOP_MS, also });
}
