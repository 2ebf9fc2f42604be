import { plainText } from '../../util/plain-text.ts';
import type { AppServerExit } from './app-server.ts';

/** How the app-server was lost, in a sentence, with the end of what it said on stderr. */
export function lossMessage(pid: number, exit: AppServerExit, unresponsive: boolean): string {
  const stderr = plainText(exit.stderrTail).replace(/\s+/gu, ' ').trim();
  const tail = stderr === '' ? '' : `; its stderr ended with: ${stderr.slice(-MAX_QUOTED_CHARS)}`;
  if (unresponsive) return `The Codex app-server (pid ${pid}) stopped answering and was ended${tail}`;
  const how = exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
  return `The Codex app-server (pid ${pid}) ${how}${tail}`;
}

/** A message is read by people; the whole tail is in the event `appServer.exited`. */
const MAX_QUOTED_CHARS = 1_000;
