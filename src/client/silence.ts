import { setTimeout as sleep } from 'node:timers/promises';
import { DeadlineExceeded } from '../util/deadline.ts';
import { BrokerUnresponsive, type ControlClient } from './control-client.ts';

/** How often a broker that sends nothing is asked whether it is there, and how long it may take. */
const PING_EVERY_MS = 5_000;
const PING_ANSWER_MS = 10_000;

/**
 * Rejects when the broker is connected and no longer answers: the bus alone cannot tell a frozen broker
 * from a quiet one. Ends with `stopped`; never resolves.
 * @throws BrokerUnresponsive
 */
export async function untilSilent(client: ControlClient, stopped: AbortSignal): Promise<never> {
  for (;;) {
    await sleep(PING_EVERY_MS, undefined, { signal: stopped, ref: false });
    try {
      await client.call('broker/ping', {}, PING_ANSWER_MS);
    } catch (error) {
      if (error instanceof DeadlineExceeded) throw new BrokerUnresponsive(client.endpoint, error);
      // The connection has ended, which whoever listens hears by itself.
      await new Promise(() => undefined);
    }
  }
}
