import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from '../contract/process-identity.ts';
import { isAlive, signalIfSame } from '../status/liveness.ts';
import { monotonicMs } from '../util/monotonic.ts';

const POLL_MS = 20;

/** Asks the process to end, and kills it when it is still there after `graceMs`. Nothing is sent to another one that has its pid meanwhile. */
export async function terminate(identity: ProcessIdentity, graceMs: number): Promise<void> {
  const giveUpAtMs = monotonicMs() + graceMs;
  // Where there is no such signal (Windows), there is nothing to wait for.
  const asked = signalIfSame(identity, 'SIGTERM');
  while (asked && isAlive(identity) && monotonicMs() < giveUpAtMs) await sleep(POLL_MS);
  signalIfSame(identity, 'SIGKILL');
}
