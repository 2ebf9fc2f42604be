import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds this moment: its share of memory in MB, and its open files. Null when it is gone. */
export interface Holding {
  readonly pssMb: number;
  readonly openFiles: number;
}

/** From Linux's /proc: the proportional set size counts what is shared with others by halves. */
export function holdingOf(pid: number): Holding | null {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const pssKb = Number(/^Pss:\s+(\d+) kB$/mu.exec(rollup)?.[1] ?? 0);
    return { pssMb: pssKb / 1024, openFiles: readdirSync(`/proc/${pid}/fd`).length };
  } catch {
    return null;
  }
}
