import { readFileSync } from 'node:fs';

/** What the process holds in memory now, in MB. Linux only. */
export function residentMb(pid: number): number {
  return statusMb(pid, 'VmRSS');
}

/** The most that it ever held. */
export function peakMb(pid: number): number {
  return statusMb(pid, 'VmHWM');
}

function statusMb(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kb = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1];
  if (kb === undefined) throw new Error(`Process ${pid} has no "${field}": it is a zombie`);
  return Number(kb) / 1024;
}
