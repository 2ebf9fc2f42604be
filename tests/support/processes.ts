import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessSeen {
  readonly pid: number;
  readonly cmdline: string;
}

/** Every process whose initial environment holds `name=value`, this one excepted. Linux only; zombies are not seen. */
export function processesWithEnv(name: string, value: string): ProcessSeen[] {
  const wanted = `${name}=${value}`;
  return pids()
    .filter((pid) => pid !== process.pid && readProc(pid, 'environ').split('\0').includes(wanted))
    .map((pid) => ({ pid, cmdline: readProc(pid, 'cmdline').split('\0').join(' ').trim() }));
}

/** Whether the process runs: a zombie does not. Linux only. */
export function isRunning(pid: number): boolean {
  const state = stateOf(pid);
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** The kernel's one-letter state (`T` = stopped), undefined when there is no such process. */
export function stateOf(pid: number): string | undefined {
  const stat = readProc(pid, 'stat');
  // The name in parentheses may hold spaces and parentheses of its own.
  return stat === '' ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[0];
}

function pids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    // Gone between listing and reading, or not ours to read.
    return '';
  }
}
