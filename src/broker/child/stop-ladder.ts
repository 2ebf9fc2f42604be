import type { ChildProcess } from 'node:child_process';
import type { ProcessIdentity } from '../../contract/process-identity.ts';
import { signalIfSame } from '../../status/liveness.ts';
import { settledWithin } from '../../util/deadline.ts';

/** How long each rung of the ladder gets. Closing stdin takes the app-server about 50 ms. */
export const STDIN_RUNG_MS = 1_500;
export const TERM_RUNG_MS = 1_000;
export const KILL_RUNG_MS = 1_000;

/**
 * Ends a child from the gentlest way to the hardest: close stdin, SIGTERM, SIGKILL. A frozen process
 * skips the first two, since only SIGKILL reaches it. A rung that cannot be taken (Windows has no SIGTERM) takes no time.
 */
export async function stopChild(
  child: ChildProcess,
  identity: ProcessIdentity,
  exited: Promise<unknown>,
  frozen: boolean,
): Promise<boolean> {
  if (!frozen) {
    child.stdin?.end();
    if (await settledWithin(exited, STDIN_RUNG_MS)) return true;
    if (signalIfSame(identity, 'SIGTERM') && (await settledWithin(exited, TERM_RUNG_MS))) return true;
  }
  signalIfSame(identity, 'SIGKILL');
  return settledWithin(exited, KILL_RUNG_MS);
}
