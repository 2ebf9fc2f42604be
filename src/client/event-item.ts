import type { Envelope } from '../contract/event.ts';

/** What a reader of one broker's events gets, in order. */
export type BrokerItem =
  | { readonly kind: 'event'; readonly envelope: Envelope }
  /** Events `from` to `to` of the broker (their `seq`) were missed, and it does not have them any more. */
  | { readonly kind: 'gap'; readonly brokerId: string; readonly from: number; readonly to: number };

/** What a reader gets that goes from broker to broker. */
export type EventItem =
  | BrokerItem
  /** The broker is gone. All of it that has arrived was delivered before; the next one has another id, and counts from 1. */
  | { readonly kind: 'ended'; readonly brokerId: string };
