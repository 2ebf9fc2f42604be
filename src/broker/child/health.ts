import type { Peer } from '../../rpc/peer.ts';
import { monotonicMs } from '../../util/monotonic.ts';

export interface HealthOptions {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** Called once, when nothing at all was heard for `timeoutMs` although a probe was sent. */
  readonly onSilent: (silentMs: number) => void;
}

/** A request that any app-server answers at once: with a list, or with "method not found", which will do. */
const PROBE = 'thread/loaded/list';

/**
 * Asks the app-server for a sign of life at regular intervals. Whatever it sends counts; a connection
 * that is merely open does not. Returns the way to stop.
 */
export function watchHealth(peer: Peer, options: HealthOptions): () => void {
  let heardAtMs = monotonicMs();
  let tickedAtMs = heardAtMs;
  const timer = setInterval(() => {
    const now = monotonicMs();
    // We ourselves were stopped or starved: the app-server gets a full period from here.
    if (now - tickedAtMs > 2 * options.intervalMs) heardAtMs = now;
    tickedAtMs = now;
    heardAtMs = Math.max(heardAtMs, peer.lastReceivedAtMs);
    const silentMs = now - heardAtMs;
    if (silentMs >= options.timeoutMs) {
      clearInterval(timer);
      options.onSilent(Math.round(silentMs));
      return;
    }
    // The answer is noticed by its bytes; an error is an answer, too.
    peer.request(PROBE, {}, { timeoutMs: options.timeoutMs }).catch(() => undefined);
  }, options.intervalMs);
  return () => clearInterval(timer);
}
