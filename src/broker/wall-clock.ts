import { monotonicMs } from '../util/monotonic.ts';

/** A smaller difference is a clock that is being corrected, not one that was set. */
export const MIN_JUMP_MS = 5_000;

const LOOK_EVERY_MS = 1_000;

/**
 * Tells when the wall clock has moved against the monotonic one: the machine slept, or somebody set the clock.
 * Deadlines do not feel it; durations between two moments of a record do. Returns the way to stop.
 */
export function watchWallClock(onJump: (byMs: number) => void): () => void {
  let offsetMs = Date.now() - monotonicMs();
  const timer = setInterval(() => {
    const byMs = Date.now() - monotonicMs() - offsetMs;
    offsetMs += byMs;
    if (Math.abs(byMs) >= MIN_JUMP_MS) onJump(Math.round(byMs));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
