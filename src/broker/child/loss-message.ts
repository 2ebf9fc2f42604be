import { plainText } from '../../util/plain-text.ts';
import type { AppServerExit } from './app-server.ts';

/** A message is read by people; the whole tail is in the event `appServer.exited`. */
const MAX_QUOTED_CHARS = 1_000;

/** How the app-server was lost, in a sentence, with the end of what it said on stderr. */
export function lossMessage(pid: number, exit: AppServerExit, unresponsive: boolean): string {
  const stderr = plainText(exit.stderrTail).replace(/\s+/gu, ' ').trim();
  const tail = stderr === '' ? '' : `; its stderr ended with: ${stderr.slice(-MAX_QUOTED_CHARS)}`;
  return `The Codex app-server (pid ${pid}) ${endOf(exit, unresponsive)}${tail}`;
}

function endOf({ code, signal }: AppServerExit, unresponsive: boolean): string {
  const ended = code !== null || signal !== null;
  if (unresponsive) return ended ? 'stopped answering and was ended' : 'stopped answering and cannot be ended';
  if (!ended) return 'closed its output and cannot be ended';
  return signal === null ? `exited with code ${code}` : `was killed by ${signal}`;
}
