import type { NotifyWay } from '../contract/notify.ts';
import { notifyDesktop } from './channels/desktop.ts';
import { BELL, terminalNotice } from './channels/terminal.ts';
import type { Notice } from './notice.ts';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes to the terminal as it is; null when there is none. */
  readonly terminal: ((sequence: string) => void) | null;
}

/**
 * Tells the person at this terminal. The desktop is the terminal's, where it can be asked for it: that works over SSH, too.
 * Else, and where a multiplexer may swallow the request, it is that of this machine.
 * @returns why nobody is told, or null.
 */
export async function tell(
  notice: Notice,
  way: NotifyWay,
  { environment, terminal }: Surroundings,
): Promise<string | null> {
  if (way === 'bell' || way === 'all') terminal?.(BELL);
  if (way === 'off') return null;
  if (way === 'bell') return terminal === null ? 'there is no terminal on standard error' : null;
  const { sequence, relayed } = terminalNotice(notice, environment);
  if (sequence !== null) terminal?.(sequence);
  const asked = terminal !== null && sequence !== null;
  if (asked && !relayed) return null;
  const problem = await notifyDesktop(notice, environment);
  // Whether it came through, nobody can tell.
  return asked ? null : problem;
}
