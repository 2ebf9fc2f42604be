import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessIdentity } from '../contract/process-identity.ts';
import { errorCode } from '../util/system-error.ts';

/** Everything but `alive` means that the process which was meant has ended. */
export type Liveness = 'alive' | 'gone' | 'zombie' | 'reused' | 'rebooted';

/** `stopped` is suspended: by SIGSTOP, or by a debugger. */
export type ProcessState = 'running' | 'stopped' | 'zombie';

/** What the system says of a pid this moment. `unreadable`: it is there, and more cannot be learned. */
export type Observation =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'seen'; readonly state: ProcessState; readonly startTime: string };

/** Elsewhere a start time is a date, which tells reboots apart by itself. */
const NO_BOOT_ID = 'none';

/** SIGKILL takes a moment to work; after this many looks, what is left cannot be killed by us. */
const SWEEP_ROUNDS = 50;
const SWEEP_PAUSE_MS = 10;

let ownIdentity: ProcessIdentity | undefined;
let ownBootId: string | undefined;

/** @throws Error when the system does not say who this process is (Linux without /proc). */
export function self(): ProcessIdentity {
  ownIdentity ??= identify(process.pid) ?? undefined;
  if (ownIdentity === undefined) {
    throw new Error(
      `Cannot tell the start time of pid ${process.pid}: the process table is not readable (mount /proc)`,
    );
  }
  return ownIdentity;
}

/** Null when there is no such process, when it is a zombie, and when its start time cannot be read. */
export function identify(pid: number): ProcessIdentity | null {
  const seen = observe(pid);
  return seen.kind === 'seen' && seen.state !== 'zombie' ? { bootId: bootId(), pid, startTime: seen.startTime } : null;
}

export function isAlive(identity: ProcessIdentity): boolean {
  return probe(identity) === 'alive';
}

/** Whether it is there and suspended (SIGSTOP, a debugger): until somebody resumes it, it answers nothing. */
export function isStopped(identity: ProcessIdentity): boolean {
  const seen = observe(identity.pid);
  return decide(identity, bootId(), seen) === 'alive' && seen.kind === 'seen' && seen.state === 'stopped';
}

/** Whether any process has this pid: all that can be asked when nothing but the pid is known. */
export function isRunning(pid: number): boolean {
  const seen = observe(pid);
  return seen.kind === 'unreadable' || (seen.kind === 'seen' && seen.state !== 'zombie');
}

/** Looks without touching: no signal is sent. */
export function probe(identity: ProcessIdentity): Liveness {
  return decide(identity, bootId(), observe(identity.pid));
}

/** The rule itself. In doubt it says `alive`: taking a living process for a dead one makes two owners. */
export function decide(identity: ProcessIdentity, currentBootId: string, seen: Observation): Liveness {
  if (identity.bootId !== currentBootId) return 'rebooted';
  switch (seen.kind) {
    case 'absent':
      return 'gone';
    case 'unreadable':
      return 'alive';
    case 'seen':
      if (seen.startTime !== identity.startTime) return 'reused';
      return seen.state === 'zombie' ? 'zombie' : 'alive';
  }
}

/** Whether the signal was sent: only to the very process that is meant. */
export function signalIfSame(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  return send(identity, signal, identity.pid);
}

/** The same for the process and all of the group that it leads. */
export function signalGroupIfSame(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  return send(identity, signal, process.platform === 'win32' ? identity.pid : -identity.pid);
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals, target: number): boolean {
  // 1 is init; 0 and below address whole groups.
  if (!Number.isSafeInteger(identity.pid) || identity.pid <= 1 || !isAlive(identity)) return false;
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}

/** Pids of the processes, this one excepted, that were started with `variable=value`. Linux only, elsewhere none. */
export function findTagged(variable: string, value: string): number[] {
  return taggedProcesses(variable, value).map((identity) => identity.pid);
}

/**
 * Kills every process that was started with `variable=value`, this one excepted, until none is left or a
 * bound is reached. This finds what a process group does not: commands in sessions of their own.
 * @returns how many were killed.
 */
export async function sweepTag(variable: string, value: string): Promise<number> {
  const killed = new Set<string>();
  for (let round = 0; round < SWEEP_ROUNDS; round += 1) {
    const left = taggedProcesses(variable, value);
    if (left.length === 0) break;
    for (const identity of left) {
      if (signalIfSame(identity, 'SIGKILL')) killed.add(`${identity.pid} ${identity.startTime}`);
    }
    await pause(SWEEP_PAUSE_MS);
  }
  return killed.size;
}

function taggedProcesses(variable: string, value: string): ProcessIdentity[] {
  if (process.platform !== 'linux') return [];
  const tag = `${variable}=${value}`;
  return processIds().flatMap((pid) => {
    if (pid === process.pid || pid <= 1 || !hasTag(pid, tag)) return [];
    const identity = identify(pid);
    // Asked again: between the first look and the identity the pid may have gone to another process.
    return identity !== null && hasTag(pid, tag) ? [identity] : [];
  });
}

/** A zombie has no environment any more, and that of another user is not ours to read: both count as "no". */
function hasTag(pid: number, tag: string): boolean {
  const environment = readProc(pid, 'environ');
  return environment !== null && `\0${environment}`.includes(`\0${tag}\0`);
}

/** Of all processes there are. Linux only. */
export function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number);
}

function observe(pid: number): Observation {
  if (!Number.isSafeInteger(pid) || pid <= 0) return { kind: 'absent' };
  if (process.platform === 'linux') {
    const stat = readProc(pid, 'stat');
    // Unreadable is not absent: /proc may hide other users' processes (hidepid).
    return stat === null ? (exists(pid) ? { kind: 'unreadable' } : { kind: 'absent' }) : parseStat(stat);
  }
  if (!exists(pid)) return { kind: 'absent' };
  return parseQuery(queryProcess(process.platform, pid));
}

/**
 * The line of /proc/PID/stat. The second field, the name, is in parentheses and may hold spaces and
 * parentheses of its own, so counting starts after the last one: state, then the start time 19 further on.
 */
export function parseStat(stat: string): Observation {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startTime = fields[19];
  if (startTime === undefined) return { kind: 'unreadable' };
  return { kind: 'seen', state: stateOf(fields[0] ?? ''), startTime };
}

/** What `ps -o stat=,lstart=` (or the PowerShell query) prints: a state letter with flags, then the start time. */
export function parseQuery(line: string | null): Observation {
  const match = /^(\S+)\s+(\S.*)$/u.exec(line?.trim() ?? '');
  if (match?.[1] === undefined || match[2] === undefined) return { kind: 'unreadable' };
  return { kind: 'seen', state: stateOf(match[1]), startTime: match[2] };
}

/** Of the letters that /proc and `ps` share; `ps` adds flags to the first. */
function stateOf(letters: string): ProcessState {
  if (/^[ZX]/u.test(letters)) return 'zombie';
  return /^[Tt]/u.test(letters) ? 'stopped' : 'running';
}

function queryProcess(platform: NodeJS.Platform, pid: number): string | null {
  const [file, args] = processQuery(platform, pid);
  try {
    // A fixed locale and time zone: the same start has to read the same for every process that asks.
    const environment = platform === 'win32' ? {} : { env: { LC_ALL: 'C', TZ: 'UTC' } };
    return execFileSync(file, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5_000,
      ...environment,
    });
  } catch {
    return null;
  }
}

/** The command that prints a process's state and start time on one line, where there is no /proc. */
export function processQuery(platform: NodeJS.Platform, pid: number): readonly [string, readonly string[]] {
  if (platform !== 'win32') return ['/bin/ps', ['-p', String(pid), '-o', 'stat=,lstart=']];
  const query = `"R $((Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks)"`;
  return ['powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query]];
}

/** Signal 0 checks without signalling. EPERM: it is there and belongs to another user. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** A file of /proc/PID; null when it cannot be read. */
export function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return null;
  }
}

function bootId(): string {
  ownBootId ??= readBootId();
  return ownBootId;
}

function readBootId(): string {
  if (process.platform !== 'linux') return NO_BOOT_ID;
  return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
}
