import { messageOf } from '../../contract/fault.ts';
import { type Ended, runBounded } from '../../util/bounded-process.ts';
import { oneLine } from '../../util/plain-text.ts';
import { errorCode } from '../../util/system-error.ts';

/** Longest time for a program to say its version. */
export const PROGRAM_MS = 5_000;

const MAX_OUTPUT_BYTES = 64 * 1024;
const DETAIL_CHARS = 300;

/** Whether something that setup looks for is there, and what it says of itself. */
export interface Check {
  readonly available: boolean;
  readonly detail: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** Runs a program that only says what it is. */
export async function checkProgram(command: string, args: readonly string[], options: ProgramOptions): Promise<Check> {
  const ended = await runBounded(command, args, { ...options, timeoutMs: PROGRAM_MS, maxBytes: MAX_OUTPUT_BYTES });
  const { available, detail } = checkOf(ended);
  return { available, detail: oneLine(detail, DETAIL_CHARS) };
}

function checkOf(ended: Ended): Check {
  switch (ended.id) {
    case 'exited': {
      const said = [ended.stdout.toString('utf8'), ended.stderr].map((text) => text.trim());
      if (ended.status === 0) return { available: true, detail: said.find(Boolean) ?? 'ok' };
      const last = said.reverse().find(Boolean);
      return { available: false, detail: `it ended with ${ended.status}${last === undefined ? '' : `: ${last}`}` };
    }
    case 'cut':
      return { available: true, detail: ended.stdout.toString('utf8') };
    case 'timed_out':
      return { available: false, detail: `it did not answer within ${PROGRAM_MS / 1000} s` };
    case 'stopped':
      return { available: false, detail: 'it was stopped' };
    case 'not_started':
      if (errorCode(ended.error) === 'ENOENT') return { available: false, detail: 'not found' };
      return { available: false, detail: messageOf(ended.error) };
  }
}
