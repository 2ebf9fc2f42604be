import { messageOf } from '../contract/fault.ts';
import type { Log } from './log.ts';

/** What of a broker lies where others can remove it. */
export interface WatchedPlace {
  readonly instance: { isHeld(): boolean; keepAnnounced(): boolean };
  readonly control: { reopen(): Promise<boolean> };
  readonly publisher: { reopen(): boolean };
  readonly ledger: { keepWritten(): string[] };
  readonly threadFiles: { keepWritten(): boolean };
  readonly log: Log;
}

/**
 * Looks at regular intervals whether a broker still has what others find it and its jobs by. Label, sockets, records
 * and what its threads are started from are made anew; without the lock nothing here is ours any more, and `onLockLost`
 * is called. Returns the way to stop.
 */
export function watchPlace(place: WatchedPlace, everyMs: number, onLockLost: () => void): () => void {
  const timer = setInterval(() => {
    if (place.instance.isHeld()) void restore(place);
    else onLockLost();
  }, everyMs);
  return () => clearInterval(timer);
}

async function restore({ instance, control, publisher, ledger, threadFiles, log }: WatchedPlace): Promise<void> {
  try {
    if (instance.keepAnnounced()) log('error', 'Wrote the label anew: it was removed or damaged');
    const jobs = ledger.keepWritten();
    if (jobs.length > 0) log('error', `Wrote records anew that were removed or damaged: ${jobs.join(', ')}`);
    if (threadFiles.keepWritten()) log('error', 'Wrote the files of the threads anew: they were removed or damaged');
    if (await control.reopen()) log('error', 'Opened the control socket anew: its file was removed');
    if (publisher.reopen()) log('error', 'Opened the socket of the bus anew: its file was removed');
  } catch (error) {
    log('error', `Cannot restore what was removed from under the broker, trying again: ${messageOf(error)}`);
  }
}
