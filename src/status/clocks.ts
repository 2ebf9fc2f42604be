import type { Clocks } from '../contract/job.ts';

/** Every clock of a job. `queue` runs until it is dispatched, `stuck` from the moment the turn was asked to stop. */
export type ClockName = 'queue' | 'start' | 'idle' | 'hard' | 'stuck';

/** What the clocks of one job need to know. Moments are monotonic milliseconds, durations 0 = off. */
export interface JobTiming {
  readonly clocks: Clocks;
  readonly stuckMs: number;
  readonly queuedAtMs: number;
  /** Null while the job waits in the queue. */
  readonly dispatchedAtMs: number | null;
  readonly turnStarted: boolean;
  readonly lastProgressAtMs: number;
  /** While a command of the turn runs, silence is no sign of a fault: the idle clock stands still. */
  readonly commandRunning: boolean;
  readonly stoppingAtMs: number | null;
}

export interface Expiry {
  readonly clock: ClockName;
  readonly atMs: number;
}

/** Which clock will end the job first, and when; null when every clock is off. */
export function nextExpiry(timing: JobTiming): Expiry | null {
  const { stoppingAtMs, stuckMs, dispatchedAtMs, queuedAtMs } = timing;
  if (stoppingAtMs !== null) return stuckMs > 0 ? { clock: 'stuck', atMs: stoppingAtMs + stuckMs } : null;
  const { queueMs, startMs, idleMs, hardMs } = timing.clocks;
  if (dispatchedAtMs === null) return queueMs > 0 ? { clock: 'queue', atMs: queuedAtMs + queueMs } : null;
  const candidates: Expiry[] = [];
  if (hardMs > 0) candidates.push({ clock: 'hard', atMs: dispatchedAtMs + hardMs });
  if (!timing.turnStarted && startMs > 0) candidates.push({ clock: 'start', atMs: dispatchedAtMs + startMs });
  if (timing.turnStarted && !timing.commandRunning && idleMs > 0) {
    candidates.push({ clock: 'idle', atMs: timing.lastProgressAtMs + idleMs });
  }
  return candidates.reduce<Expiry | null>(
    (first, next) => (first === null || next.atMs < first.atMs ? next : first),
    null,
  );
}
