import type { Handler } from './handler.ts';

/**
 * A session has ended: nobody waits for its foreground jobs any more, so they are cancelled. Its background jobs, and
 * everybody else's, go on. Answered at once; the cancelling takes its own bounded time.
 */
export const release: Handler<'session/release'> = ({ sessionId }, { ledger, dispatcher }) => {
  const cancelled = ledger
    .active()
    .filter((job) => job.foreground && job.sessionId === sessionId)
    .map((job) => job.id);
  for (const jobId of cancelled) dispatcher.requestStop(jobId, { cause: 'cancel', by: 'the end of its session' });
  return { cancelled };
};
