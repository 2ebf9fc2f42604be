import { cancelAt } from '../client/cancel.ts';
import { brokerOf } from '../client/jobs.ts';
import { messageOf } from '../contract/fault.ts';
import { settledWithin } from '../util/deadline.ts';
import { deferred } from '../util/deferred.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { onEndSignal } from './on-end-signal.ts';

/** For the cancellation to be on its way before a second interrupt ends this process. */
const SEND_MS = 1_000;

export interface JobSignals {
  /** Aborts when this process was told to go, and the job is to go on. */
  readonly left: AbortSignal;
  /** The broker has the job. A signal that came before takes effect now. */
  accepted(): void;
  stop(): void;
}

/**
 * What signals mean to somebody who hands over a job and waits for it: an interrupt cancels it, and whoever waits sees it
 * end; a termination leaves it running and says how to come back to it. `say` is told what becomes of the signal.
 */
export function jobSignals(context: Context, jobId: string, say: (sentence: string) => void): JobSignals {
  const left = new AbortController();
  const accepted = deferred<void>();
  let sent: Promise<void> | undefined;
  const onInterrupt = () => {
    if (sent === undefined) {
      say(`Cancelling ${jobId} (interrupt again to leave at once)`);
      sent = accepted.promise.then(() => sendCancel(context, jobId, say));
    } else {
      // The answer is not waited for; that the broker has been asked is.
      void settledWithin(sent, SEND_MS).then(() => process.exit(EXIT.interrupted));
    }
  };
  const onTerminate = () => {
    // Not before somebody has the job.
    void accepted.promise.then(() => say(`${jobId} goes on. Its result: codex-companion result ${jobId}`));
    left.abort(new Error('terminated'));
  };
  const stop = onEndSignal((exitCode) => (exitCode === EXIT.interrupted ? onInterrupt() : onTerminate()));
  return { left: left.signal, accepted: () => accepted.resolve(), stop };
}

/** Resolves when the broker has been asked, or cannot be. Never rejects. */
async function sendCancel(context: Context, jobId: string, say: (sentence: string) => void): Promise<void> {
  const onError = (error: unknown) => say(`Cannot cancel ${jobId}: ${messageOf(error)}`);
  try {
    const job = context.store.read(jobId);
    const client = job === null ? null : await brokerOf(context, job);
    if (client === null) return;
    void cancelAt(client, jobId, 'interrupt')
      .catch(onError)
      .finally(() => client.close());
  } catch (error) {
    onError(error);
  }
}
