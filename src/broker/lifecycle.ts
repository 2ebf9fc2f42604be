import type { ShutdownCause } from '../contract/event.ts';
import type { Fault } from '../contract/fault.ts';
import type { Past } from './past.ts';

/** Why and how a broker ends. `fault` is what its running jobs end with. */
export interface Ending {
  readonly cause: ShutdownCause;
  readonly message: string;
  readonly exitStatus: number;
  readonly fault: Fault | null;
}

export interface Ended extends Ending {
  /** Jobs are still queued, and a next broker should run them. */
  readonly successor: boolean;
  readonly crashes: number;
  readonly past: Past;
}

/**
 *     starting ──▶ serving ──▶ draining ──▶ ending        (every state can go to ending)
 */
export type BrokerState =
  | { readonly id: 'starting' }
  | { readonly id: 'serving' }
  | { readonly id: 'draining' }
  | { readonly id: 'ending' };
