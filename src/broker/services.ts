import type { EventPublisher } from '../bus/publisher.ts';
import type { BrokerStatus } from '../contract/control.ts';
import type { Aggregator } from '../status/aggregator.ts';
import type { JobStore } from '../status/store.ts';
import type { AccountUse } from './account-use.ts';
import type { Approvals } from './approvals.ts';
import type { CodexQueries } from './codex-queries.ts';
import type { BrokerParts } from './compose.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import type { BrokerMetrics } from './metrics/broker-metrics.ts';
import type { BrokerIdentity } from './start.ts';

/** What the handlers of the control socket may use. */
export interface Services {
  readonly identity: BrokerIdentity;
  readonly store: JobStore;
  readonly ledger: Ledger;
  readonly dispatcher: Dispatcher;
  readonly aggregator: Aggregator;
  readonly publisher: EventPublisher;
  readonly approvals: Approvals;
  readonly account: AccountUse;
  readonly metrics: BrokerMetrics;
  /** The folder of the lock under which a job with a key is accepted, by whichever broker. */
  readonly keyLock: string;
  /** So many jobs may wait. */
  readonly maxQueued: number;
  readonly codex: CodexQueries;
  /** A client is about to hand over a job. */
  expectJob(): void;
  readonly log: Log;
  readonly lifecycle: {
    /** False once the broker drains or stops: then a submission belongs to the next one. */
    accepting(): boolean;
    stop(mode: 'drain' | 'now'): void;
    status(): BrokerStatus;
  };
}

export function servicesOf(parts: BrokerParts, codex: CodexQueries, lifecycle: Services['lifecycle']): Services {
  const { identity, store, ledger, dispatcher, aggregator, publisher, approvals, account, metrics } = parts;
  const { keyLock, config, pool, log } = parts;
  const { maxQueued } = config.settings;
  const jobs = { store, ledger, dispatcher, aggregator, approvals, keyLock, maxQueued };
  return { identity, ...jobs, expectJob: () => pool.warm(), publisher, account, metrics, codex, log, lifecycle };
}
