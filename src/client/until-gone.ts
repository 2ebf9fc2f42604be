import { settledWithin } from '../util/deadline.ts';
import type { ControlClient } from './control-client.ts';
import { untilSilent } from './silence.ts';

/** After the control connection has ended, for the bus to bring the broker's last words. */
const LAST_WORDS_MS = 300;

/**
 * Until `events`, which reads the bus of the broker that `client` is connected to, has ended, or nothing more can come. What `events` rejects
 * with, this does.
 * @throws BrokerUnresponsive when the broker is connected and no longer answers.
 */
export async function untilGone(client: ControlClient, events: Promise<void>): Promise<void> {
  const stop = new AbortController();
  const gone = client.closed.then(() => settledWithin(events, LAST_WORDS_MS));
  try {
    await Promise.race([events, gone, untilSilent(client, stop.signal)]);
  } finally {
    stop.abort();
  }
}
