import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fitsSocket } from '../util/local-endpoint.ts';
import type { Environment } from './setting.ts';

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
  return fitsSocket(path.join(preferred, `${'0'.repeat(16)}.control`)) ? preferred : fallback;
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

export function defaultCodexHome(): string {
  return path.join(os.homedir(), '.codex');
}
