import { EXIT, type ExitCode } from './exit-codes.ts';

const EXITS = [
  ['SIGINT', EXIT.interrupted],
  ['SIGTERM', EXIT.terminated],
  ['SIGHUP', EXIT.terminated],
] as const;

/** Calls `listener` with the exit status of a signal that tells this process to go. Returns the way to stop. */
export function onEndSignal(listener: (exitCode: ExitCode) => void): () => void {
  const handlers = EXITS.map(([signal, exitCode]) => [signal, () => listener(exitCode)] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
