import { messageOf } from '../contract/fault.ts';
import { CliError, EXIT, type ExitCode, exitCodeForError } from './exit-codes.ts';
import { onEndSignal } from './on-end-signal.ts';

/**
 * Runs `work` with a signal that aborts when this process is told to go: before anything is handed over, or when nobody
 * waits for it any more. What comes after the first one changes nothing, so that `work` can leave nothing behind.
 * @throws what `work` throws; when it was interrupted, with the exit status of what has interrupted it.
 */
export async function untilSignalled<T>(work: (signalled: AbortSignal) => Promise<T>): Promise<T> {
  const told = new AbortController();
  let exitCode: ExitCode | null = null;
  const stop = onEndSignal((ofSignal) => {
    exitCode ??= ofSignal;
    told.abort();
  });
  try {
    return await work(told.signal);
  } catch (error) {
    if (exitCode === null || exitCodeForError(error) !== EXIT.interrupted) throw error;
    throw new CliError(exitCode, messageOf(error), { cause: error });
  } finally {
    stop();
  }
}
