import { spawnSync } from 'node:child_process';
import { windowsProgram } from './windows-program.ts';

const TASKKILL_MS = 5_000;

/** What is done to send a signal: a call of the system, a program that does it, or nothing, where there is no such signal. */
export type SignalWay =
  | { readonly id: 'kill'; readonly target: number }
  | { readonly id: 'none' }
  | { readonly id: 'run'; readonly command: readonly [string, ...string[]] };

/**
 * Windows knows no signals and no groups, and `process.kill` ends the one process there, at once and without its
 * children. `taskkill /T /F` ends all that descends from it. Without `/F` it would ask the windows of a program, and ours
 * have none: there is nothing between closing the stdin of a process and its end.
 */
export function signalWay(
  platform: NodeJS.Platform,
  pid: number,
  signal: NodeJS.Signals,
  reach: 'process' | 'group',
): SignalWay {
  if (platform !== 'win32') return { id: 'kill', target: reach === 'group' ? -pid : pid };
  if (signal !== 'SIGKILL') return { id: 'none' };
  return { id: 'run', command: [windowsProgram('taskkill'), '/T', '/F', '/PID', String(pid)] };
}

/** Synchronous, for exit handlers. @returns whether it was sent. The caller knows whose pid this is. */
export function signalProcess(pid: number, signal: NodeJS.Signals, reach: 'process' | 'group'): boolean {
  const way = signalWay(process.platform, pid, signal, reach);
  if (way.id === 'none') return false;
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
