import { monotonicMs } from '../util/monotonic.ts';
import type { Observation } from './process-table.ts';

/** How long a process that was seen is believed to be the same one, as long as its pid is there. */
export const BELIEVED_MS = 2_000;

export interface Asked {
  /** Asks the system, and remembers what it says. */
  now(pid: number): Observation;
  /** The same. Where a process with this start time was seen a moment ago, that is the answer. */
  unlessSeen(pid: number, startTime: string): Observation;
}

/**
 * Spares questions that take a good part of a second. What is remembered can only say that a process is there: another
 * one with its pid may be younger than the memory, and of that only the system knows.
 */
export function remembering(
  ask: (pid: number) => Observation,
  exists: (pid: number) => boolean,
  clock: () => number = () => monotonicMs(),
): Asked {
  const seen = new Map<number, { readonly what: Observation & { kind: 'seen' }; readonly atMs: number }>();
  const now = (pid: number) => {
    const what = exists(pid) ? ask(pid) : ABSENT;
    if (what.kind === 'seen') seen.set(pid, { what, atMs: clock() });
    else seen.delete(pid);
    return what;
  };
  const unlessSeen = (pid: number, startTime: string) => {
    const last = seen.get(pid);
    const counts = last?.what.startTime === startTime && clock() - last.atMs < BELIEVED_MS && exists(pid);
    return last !== undefined && counts ? last.what : now(pid);
  };
  return { now, unlessSeen };
}

const ABSENT: Observation = { kind: 'absent' };
