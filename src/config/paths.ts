import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fitsSocket, MAX_SOCKET_PATH_BYTES, pipeNamed } from '../util/local-endpoint.ts';
import { namesIn } from '../util/names-in.ts';
import { sha256Hex } from '../util/sha256.ts';
import { within } from '../util/within.ts';
import { ConfigError } from './config-error.ts';

/** A project's settings, in the root of its working tree. */
export const PROJECT_FILE = '.codex-companion.toml';

/** The real path of a place that exists; of another one its name. */
export function realOrNamed(place: string): string {
  return existsSync(place) ? realpathSync(place) : place;
}

/** The folder of all workspaces under the state root. */
export function workspacesDirectory(root: string): string {
  return within(root, 'workspaces');
}

/** The folder of one workspace's jobs and brokers under the state root. */
export function workspaceDirectory(root: string, workspaceRoot: string): string {
  const slug =
    path
      .basename(workspaceRoot)
      .replace(/[^\w.-]+/gu, '-')
      .slice(0, 40) || 'root';
  return within(workspacesDirectory(root), `${slug}-${sha256Hex(workspaceRoot).slice(0, 12)}`);
}

/** Whether a folder may be one of a workspace's: somebody may keep a state root where other things are, too. */
export function isWorkspaceFolder(name: string): boolean {
  return /-[0-9a-f]{12}$/u.test(name);
}

/**
 * One broker per workspace × CODEX_HOME × Codex binary × version of ours: after an upgrade the next job starts a broker
 * of the new version, and the old one ends what it has.
 */
export function brokerKey(workspaceRoot: string, home: string, fingerprint: string, version: string): string {
  return sha256Hex([workspaceRoot, home, fingerprint, version].join('\0')).slice(0, 16);
}

/** Whether a folder may be a broker's. */
export function isBrokerKey(name: string): boolean {
  return /^[0-9a-f]{16}$/u.test(name);
}

/** The lock of whoever changes the working tree: one for all brokers of the workspace. */
export function writerLock(workspace: string): string {
  return within(workspace, 'writer-lock');
}

/** The lock of whoever accepts a job with a key: one for all brokers of the workspace. */
export function keyLock(workspace: string): string {
  return within(workspace, 'key-lock');
}

/** Those that all brokers of the workspace share. */
export function workspaceLocks(workspace: string): string[] {
  return [writerLock(workspace), keyLock(workspace)];
}

export interface BrokerPaths {
  readonly directory: string;
  readonly lock: string;
  /** Who serves now: identity, endpoints, tag. A label; the lock is what counts. */
  readonly label: string;
  readonly log: string;
  /** The folder that its threads are started from. */
  readonly threads: string;
  /** What it was last told of its account's limits. */
  readonly limits: string;
  /** The folder of the notes of what it runs for the user. */
  readonly programs: string;
}

/** The places of all brokers that the workspace has had, whether or not one serves there now. */
export function allBrokerPaths(workspace: string): BrokerPaths[] {
  return namesIn(brokersDirectory(workspace)).map((key) => brokerPaths(workspace, key));
}

export function brokersDirectory(workspace: string): string {
  return within(workspace, 'brokers');
}

export function brokerPaths(workspace: string, key: string): BrokerPaths {
  const directory = within(brokersDirectory(workspace), key);
  return {
    directory,
    lock: within(directory, 'lock'),
    label: within(directory, 'broker.json'),
    log: within(directory, 'broker.log'),
    threads: within(directory, 'threads'),
    limits: within(directory, 'limits.json'),
    programs: within(directory, 'programs'),
  };
}

/**
 * The two sockets of a broker. On Windows that for commands is a pipe, of whose address this is the part that does not
 * change from start to start.
 * @throws ConfigError when the runtime directory's path is too long for a socket.
 */
export function socketPaths(
  runtime: string,
  state: string,
  key: string,
  platform: NodeJS.Platform = process.platform,
): { control: string; events: string } {
  const name = sha256Hex(`${state}\0${key}`).slice(0, 16);
  const isWindows = platform === 'win32';
  const { join } = isWindows ? path.win32 : path.posix;
  const events = join(runtime, `${name}.events`);
  const control = isWindows ? pipeNamed(`codex-companion-${name}`) : join(runtime, `${name}.control`);
  const longest = isWindows ? events : control;
  if (!fitsSocket(longest)) {
    throw new ConfigError(
      `Cannot use "${runtime}" for sockets: "${longest}" is longer than ${MAX_SOCKET_PATH_BYTES} bytes (set CODEX_COMPANION_RUNTIME_DIR to a shorter path)`,
    );
  }
  return { control, events };
}
