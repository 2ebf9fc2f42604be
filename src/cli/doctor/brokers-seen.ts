import path from 'node:path';
import { workspaceFolders } from '../../client/workspaces.ts';
import type { Config } from '../../config/config.ts';
import { ConfigError } from '../../config/config-error.ts';
import { allBrokerPaths, type BrokerPaths, isBrokerKey, isWorkspaceFolder, socketPaths } from '../../config/paths.ts';
import { messageOf } from '../../contract/fault.ts';
import { type BrokerLabel, readBrokerLabel } from '../../status/broker-label.ts';
import { inspect, type LockHolder } from '../../status/lock.ts';

/** Where all of them are. */
export type Places = Pick<Config, 'stateRoot' | 'runtimeRoot'>;

/** A broker's place in one of the user's workspaces, and who is there. */
export interface BrokerSeen {
  /** The workspace's folder of state. */
  readonly workspace: string;
  readonly key: string;
  readonly paths: BrokerPaths;
  /** Whoever holds its lock; only somebody who lives. */
  readonly holder: LockHolder | null;
  /** Why nobody can tell who holds it; null when it can be told. */
  readonly unreadable: string | null;
  readonly label: BrokerLabel | null;
  /** Null where there is no place for them. */
  readonly sockets: { readonly control: string; readonly events: string } | null;
}

/** One that is alive. */
export type LiveBroker = BrokerSeen & { readonly holder: LockHolder };

const CONTROL_SOCKET = /^[0-9a-f]{16}\.control$/u;

/** The folders of workspaces, and of nothing else that somebody keeps there: things are removed from them. */
export function workspacesSeen({ stateRoot }: Pick<Places, 'stateRoot'>): string[] {
  return workspaceFolders(stateRoot).filter((folder) => isWorkspaceFolder(path.basename(folder)));
}

export function brokersSeen(places: Places): BrokerSeen[] {
  return workspacesSeen(places).flatMap((workspace) =>
    allBrokerPaths(workspace)
      .filter(({ directory }) => isBrokerKey(path.basename(directory)))
      .map((paths) => brokerSeen(places, workspace, paths)),
  );
}

export function isLive(broker: BrokerSeen): broker is LiveBroker {
  return broker.holder?.role === 'broker';
}

/** Nobody is there, not even a reader who just cleans up. */
export function isDead({ holder, unreadable }: BrokerSeen): boolean {
  return holder === null && unreadable === null;
}

function brokerSeen(places: Places, workspace: string, paths: BrokerPaths): BrokerSeen {
  const key = path.basename(paths.directory);
  // Before the label: whoever writes one holds the lock.
  const held = holderOf(paths.lock);
  const label = readBrokerLabel(paths.label);
  return { workspace, key, paths, ...held, label, sockets: socketsOf(places, key, label) };
}

function holderOf(lock: string): Pick<BrokerSeen, 'holder' | 'unreadable'> {
  try {
    return { holder: inspect(lock), unreadable: null };
  } catch (error) {
    return { holder: null, unreadable: messageOf(error) };
  }
}

/** Where its label says that they are: the runtime directory may be another one today. */
function socketsOf({ runtimeRoot, stateRoot }: Places, key: string, label: BrokerLabel | null) {
  const told = label?.endpoint ?? '';
  if (CONTROL_SOCKET.test(path.basename(told))) {
    return { control: told, events: `${told.slice(0, -'.control'.length)}.events` };
  }
  try {
    return socketPaths(runtimeRoot, stateRoot, key);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
