import { existsSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { messageOf } from '../contract/fault.ts';
import { pipeNamed } from '../util/local-endpoint.ts';
import { namesIn } from '../util/names-in.ts';
import { sha256Hex } from '../util/sha256.ts';
import { ConfigError } from './config-error.ts';
import type { Environment } from './setting.ts';

/** Longest path of a socket in bytes: 104 with the final zero on macOS, 108 on Linux. */
export const MAX_SOCKET_PATH_BYTES = 100;

/** A project's settings, in the root of its working tree. */
export const PROJECT_FILE = '.codex-companion.toml';

/** The one root of a user's state, the same for every way in. */
export function defaultStateRoot(environment: Environment): string {
  return path.join(stateHome(environment), 'codex-companion');
}

function stateHome(environment: Environment): string {
  const home = os.homedir();
  const xdg = absolute(environment['XDG_STATE_HOME']);
  if (xdg !== null) return xdg;
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  if (process.platform === 'win32') return localAppData(environment, home);
  return path.join(home, '.local', 'state');
}

/** The user's own settings, for every workspace. */
export function defaultUserFile(environment: Environment): string {
  return path.join(configHome(environment), 'codex-companion', 'config.toml');
}

function configHome(environment: Environment): string {
  const home = os.homedir();
  const xdg = absolute(environment['XDG_CONFIG_HOME']);
  if (xdg !== null) return xdg;
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  if (process.platform === 'win32') return environment['APPDATA'] || path.join(home, 'AppData', 'Roaming');
  return path.join(home, '.config');
}

function localAppData(environment: Environment, home: string): string {
  return environment['LOCALAPPDATA'] || path.win32.join(home, 'AppData', 'Local');
}

/** Whose sockets, and where: what decides their places besides the environment. */
export interface SystemUser {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The number of this user; null on Windows, which has none. */
  readonly uid: number | null;
}

function thisUser(): SystemUser {
  return { platform: process.platform, home: os.homedir(), uid: process.getuid?.() ?? null };
}

/** Where sockets live: short, private, and gone after a reboot where the system has such a place. */
export function defaultRuntimeRoot(environment: Environment, user: SystemUser = thisUser()): string {
  const fallback = ownRuntimeRoot(environment, user);
  const xdg = absolute(environment['XDG_RUNTIME_DIR']);
  if (xdg === null || !existsSync(xdg)) return fallback;
  const preferred = path.join(xdg, 'codex-companion');
  return fits(path.join(preferred, `${'0'.repeat(16)}.control`)) ? preferred : fallback;
}

/** On Windows in the user's profile, which is closed to others: the folder of temporary files need not be. */
function ownRuntimeRoot(environment: Environment, { platform, home, uid }: SystemUser): string {
  if (platform === 'win32') return path.win32.join(localAppData(environment, home), 'codex-companion', 'run');
  return path.posix.join('/tmp', `codex-companion-${uid}`);
}

/** The XDG variables count only when they are absolute: a relative one would be another place in every directory. */
function absolute(directory: string | undefined): string | null {
  return directory !== undefined && path.isAbsolute(directory) ? directory : null;
}

function fits(socket: string): boolean {
  return Buffer.byteLength(socket) <= MAX_SOCKET_PATH_BYTES;
}

export function defaultCodexHome(): string {
  return path.join(os.homedir(), '.codex');
}

/** The real path of a place that exists; of another one its name. */
export function realOrNamed(place: string): string {
  return existsSync(place) ? realpathSync(place) : place;
}

/** The repository that `cwd` is in (a `.git` folder, or file in a worktree), else `cwd` itself. */
export function workspaceRootOf(cwd: string): string {
  const start = realDirectory(cwd);
  for (let at = start; ; at = path.dirname(at)) {
    if (isRepository(at)) return at;
    if (path.dirname(at) === at) return start;
  }
}

function realDirectory(cwd: string): string {
  let why = 'it is not a directory';
  try {
    if (statSync(cwd).isDirectory()) return realpathSync(cwd);
  } catch (error) {
    why = existsSync(cwd) ? messageOf(error) : 'it does not exist';
  }
  throw new ConfigError(`Cannot use "${cwd}" as working directory: ${why} (choose another one with --cwd)`);
}

/** As git decides it, roughly: an empty `.git` is none. Codex's own sandbox leaves such ones behind, in /tmp too. */
function isRepository(directory: string): boolean {
  const git = path.join(directory, '.git');
  return existsSync(path.join(git, 'HEAD')) || isFile(git);
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The folder of all workspaces under the state root. */
export function workspacesDirectory(root: string): string {
  return path.join(root, 'workspaces');
}

/** The folder of one workspace's jobs and brokers under the state root. */
export function workspaceDirectory(root: string, workspaceRoot: string): string {
  const slug =
    path
      .basename(workspaceRoot)
      .replace(/[^\w.-]+/gu, '-')
      .slice(0, 40) || 'root';
  return path.join(workspacesDirectory(root), `${slug}-${digest(workspaceRoot).slice(0, 12)}`);
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
  return digest([workspaceRoot, home, fingerprint, version].join('\0')).slice(0, 16);
}

/** Whether a folder may be a broker's. */
export function isBrokerKey(name: string): boolean {
  return /^[0-9a-f]{16}$/u.test(name);
}

/** The lock of whoever changes the working tree: one for all brokers of the workspace. */
export function writerLock(workspace: string): string {
  return path.join(workspace, 'writer-lock');
}

/** The lock of whoever accepts a job with a key: one for all brokers of the workspace. */
export function keyLock(workspace: string): string {
  return path.join(workspace, 'key-lock');
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
  return path.join(workspace, 'brokers');
}

export function brokerPaths(workspace: string, key: string): BrokerPaths {
  const directory = path.join(brokersDirectory(workspace), key);
  return {
    directory,
    lock: path.join(directory, 'lock'),
    label: path.join(directory, 'broker.json'),
    log: path.join(directory, 'broker.log'),
    threads: path.join(directory, 'threads'),
    limits: path.join(directory, 'limits.json'),
    programs: path.join(directory, 'programs'),
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
  const name = digest(`${state}\0${key}`).slice(0, 16);
  const isWindows = platform === 'win32';
  const { join } = isWindows ? path.win32 : path.posix;
  const events = join(runtime, `${name}.events`);
  const control = isWindows ? pipeNamed(`codex-companion-${name}`) : join(runtime, `${name}.control`);
  const longest = isWindows ? events : control;
  if (!fits(longest)) {
    throw new ConfigError(
      `Cannot use "${runtime}" for sockets: "${longest}" is longer than ${MAX_SOCKET_PATH_BYTES} bytes (set CODEX_COMPANION_RUNTIME_DIR to a shorter path)`,
    );
  }
  return { control, events };
}

function digest(text: string): string {
  return sha256Hex(text);
}
