import { spawnSync } from 'node:child_process';
import { windowsProgram } from './windows-program.ts';

const TASKKILL_MS = 5_000;

/** What is done to send a signal: a call of the system, or a program that does it. */
export type SignalWay =
  | { readonly id: 'kill'; readonly target: number }
  | { readonly id: 'run'; readonly command: readonly [string, ...string[]] };

/**
 * Windows knows no signals and no groups, and `process.kill` ends the one process there, at once and without its
 * children: `taskkill` asks, or with `/F` ends, all that descends from the process.
 */
export function signalWay(
  platform: NodeJS.Platform,
  pid: number,
  signal: NodeJS.Signals,
  reach: 'process' | 'group',
): SignalWay {
  if (platform !== 'win32') return { id: 'kill', target: reach === 'group' ? -pid : pid };
  const force = signal === 'SIGKILL' ? ['/F'] : [];
  return { id: 'run', command: [windowsProgram('taskkill'), '/PID', String(pid), '/T', ...force] };
}

/** Synchronous, for exit handlers. @returns whether it was sent. The caller knows whose pid this is. */
export function signalProcess(pid: number, signal: NodeJS.Signals, reach: 'process' | 'group'): boolean {
  const way = signalWay(process.platform, pid, signal, reach);
  if (way.id === 'run') return run(way.command);
  try {
    return process.kill(way.target, signal);
  } catch {
    return false;
  }
}

function run([program, ...args]: readonly [string, ...string[]]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: TASKKILL_MS, windowsHide: true }).status === 0;
}

/** Whether a program is started as the leader of a group, for {@link signalProcess} to reach all of it. */
export const HAS_PROCESS_GROUPS = process.platform !== 'win32';
