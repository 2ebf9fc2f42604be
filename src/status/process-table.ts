import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { errorCode } from '../util/system-error.ts';
import { windowsProgram } from '../util/windows-program.ts';
import { remembering } from './recently-seen.ts';

// How each system is asked about its processes: Linux by /proc, macOS by `ps`, Windows by PowerShell.

/** `stopped` is suspended: by SIGSTOP, or by a debugger. */
export type ProcessState = 'running' | 'stopped' | 'zombie';

/** What the system says of a pid this moment. `unreadable`: it is there, and more cannot be learned. */
export type Observation =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'seen'; readonly state: ProcessState; readonly startTime: string };

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/** Elsewhere a start time is a date, which tells reboots apart by itself. */
const NO_BOOT_ID = 'none';

/** The first PID namespace has the same number on every Linux. */
const MACHINE_NAMESPACE = 'pid:[4026531836]';
const WITHIN = ' within ';

const QUERY_MS = 5_000;

/** Whether the environment of other processes can be read, and with it the tag of a run. Only Linux shows it. */
export const SHOWS_ENVIRONMENTS = process.platform === 'linux';

/** @param startTime of a process that, where the system is slow to answer, may have been seen a moment ago. */
export function observe(pid: number, startTime?: string): Observation {
  if (!Number.isSafeInteger(pid) || pid <= 0) return { kind: 'absent' };
  if (process.platform === 'linux') {
    const stat = readProc(pid, 'stat');
    // Unreadable is not absent: /proc may hide other users' processes (hidepid).
    return stat === null ? (exists(pid) ? { kind: 'unreadable' } : { kind: 'absent' }) : parseStat(stat);
  }
  if (startTime === undefined || process.platform !== 'win32') return slowly.now(pid);
  return slowly.unlessSeen(pid, startTime);
}

const slowly = remembering((pid) => parseQuery(process.platform, queryProcess(process.platform, pid)), exists);

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

/** The command that prints a process's state and start time on one line, where there is no /proc. */
export function processQuery(platform: NodeJS.Platform, pid: number): Command {
  if (platform !== 'win32') return ['/bin/ps', '-p', String(pid), '-o', 'stat=,lstart='];
  // Ticks are the same in every language; a process of another user has no start time for us, and gives none.
  const query = `"R $((Get-Process -Id ${pid}).StartTime.ToUniversalTime().Ticks)"`;
  return [windowsProgram('powershell'), '-NoProfile', '-NonInteractive', '-Command', query];
}

/** What to do where the process table cannot be read. */
export function tableRemedy(platform: NodeJS.Platform = process.platform): string {
  return platform === 'linux' ? 'mount /proc' : `see what "${processQuery(platform, process.pid)[0]}" says`;
}

/** Of `ps`: a date in whichever language, with a clock time and a year. */
const PS_LINE = /^([A-Z?][A-Za-z<+]*)\s+(\S.*\d{1,2}[:.]\d{2}[:.]\d{2}.*)$/u;
/** Of PowerShell: hundreds of nanoseconds since the year 1. */
const TICKS_LINE = /^(R)\s+(\d{15,20})$/u;

/**
 * What {@link processQuery} prints. Anything else than one such line, an error message say, is no start time: taken for
 * one, it would make a living process look like a stranger with its pid.
 */
export function parseQuery(platform: NodeJS.Platform, printed: string | null): Observation {
  const lines = (printed ?? '').split(/\r?\n/u).filter((line) => line.trim() !== '');
  const match = lines.length === 1 ? (platform === 'win32' ? TICKS_LINE : PS_LINE).exec(lines[0]?.trim() ?? '') : null;
  if (match?.[1] === undefined || match[2] === undefined) return { kind: 'unreadable' };
  return { kind: 'seen', state: stateOf(match[1]), startTime: match[2] };
}

/** Of the letters that /proc and `ps` share; `ps` adds flags to the first. */
function stateOf(letters: string): ProcessState {
  if (/^[ZX]/u.test(letters)) return 'zombie';
  return /^[Tt]/u.test(letters) ? 'stopped' : 'running';
}

function queryProcess(platform: NodeJS.Platform, pid: number): string | null {
  const [file, ...args] = processQuery(platform, pid);
  try {
    // A fixed locale and time zone: the same start has to read the same for every process that asks.
    const environment = platform === 'win32' ? {} : { env: { LC_ALL: 'C', TZ: 'UTC' } };
    return execFileSync(file, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: QUERY_MS,
      windowsHide: true,
      ...environment,
    });
  } catch {
    return null;
  }
}

/** Signal 0 checks without signalling. EPERM: it is there and belongs to another user. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Of all processes there are. Linux only. */
export function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number);
}

/** A file of /proc/PID; null when it cannot be read. */
export function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return null;
  }
}

/** Which run of the machine this is and, in a container or a sandbox, within which numbering of its processes. */
export function readBootId(): string {
  if (process.platform !== 'linux') return NO_BOOT_ID;
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  const namespace = pidNamespace();
  return namespace === MACHINE_NAMESPACE ? bootId : `${bootId}${WITHIN}${namespace}`;
}

/** Whether it is of the machine itself, and this process in a namespace that shows nothing of that. */
export function isOutside(otherBootId: string, ownBootId: string): boolean {
  return ownBootId.startsWith(`${otherBootId}${WITHIN}`);
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return MACHINE_NAMESPACE;
  }
}
