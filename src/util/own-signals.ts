import { constants } from 'node:os';

/** Whether a shell can stop this process and let it go on. There is no such thing on Windows, which has no signals either. */
export const HAS_JOB_CONTROL = 'SIGTSTP' in constants.signals;

/**
 * Sends a signal to this process itself. Without signals whoever listens for it is told, and it is the end where nobody
 * does: the system would end the process in any case, or refuse.
 */
export function raise(signal: NodeJS.Signals, hasSignals = HAS_JOB_CONTROL): void {
  if (hasSignals) process.kill(process.pid, signal);
  else if (!process.emit(signal, signal)) process.exit(128 + constants.signals[signal]);
}
