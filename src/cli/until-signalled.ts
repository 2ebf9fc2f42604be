const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a signal that aborts when this process is told to go: before anything is handed over, or when nobody
 * waits for it any more. What comes after the first one changes nothing, so that `work` can leave nothing behind.
 */
export async function untilSignalled<T>(work: (signalled: AbortSignal) => Promise<T>): Promise<T> {
  const told = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => told.abort(new Error(signal));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work(told.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
