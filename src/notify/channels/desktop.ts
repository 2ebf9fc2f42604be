import os from 'node:os';
import { messageOf } from '../../contract/fault.ts';
import { runBounded } from '../../util/bounded-process.ts';
import { oneLine } from '../../util/plain-text.ts';
import { errorCode } from '../../util/system-error.ts';
import type { Notice } from '../notice.ts';

/** A notification service that does not answer is not waited for any longer. */
export const DESKTOP_TIMEOUT_MS = 5_000;

const MAX_OUTPUT_BYTES = 4_096;
const MAX_SAID_CHARS = 300;

/** The script is ours, and the text comes to it as arguments: nothing of it is ever read as AppleScript. */
const APPLE_SCRIPT = [
  'on run argv',
  'display notification (item 3 of argv) with title (item 2 of argv)',
  'end run',
].flatMap((line) => ['-e', line]);

/** The program of a platform that puts a notification on its desktop, with its arguments; null where we know of none. */
export function desktopCommand(
  platform: NodeJS.Platform,
  { title, body }: Notice,
): readonly [string, ...string[]] | null {
  switch (platform) {
    case 'darwin':
      // The first argument keeps a title that begins with a dash from being an option.
      return ['osascript', ...APPLE_SCRIPT, 'codex-companion', title, body];
    case 'win32':
      return null;
    default:
      return ['notify-send', '--app-name=codex-companion', '--', withoutMarkup(title), withoutMarkup(body)];
  }
}

/** Of a server that reads markup, and of one that does not, the text looks the same. */
function withoutMarkup(text: string): string {
  return text.replace(/[<>&]/gu, ' ');
}

/** Never rejects. @returns why there is no notification, or null. */
export async function notifyDesktop(
  notice: Notice,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const command = desktopCommand(process.platform, notice);
  if (command === null) return `there is no program for it on ${process.platform}`;
  const [program, ...args] = command;
  const ended = await runBounded(program, args, {
    cwd: os.homedir(),
    environment,
    timeoutMs: DESKTOP_TIMEOUT_MS,
    maxBytes: MAX_OUTPUT_BYTES,
  });
  switch (ended.id) {
    case 'exited':
      return ended.status === 0
        ? null
        : `${program} ended with ${ended.status}: ${oneLine(ended.stderr, MAX_SAID_CHARS)}`;
    case 'timed_out':
      return `${program} was not done within ${DESKTOP_TIMEOUT_MS} ms`;
    case 'not_started':
      return errorCode(ended.error) === 'ENOENT'
        ? `there is no ${program} on PATH`
        : `${program}: ${messageOf(ended.error)}`;
    case 'cut':
    case 'stopped':
      return `${program} was ended`;
  }
}
