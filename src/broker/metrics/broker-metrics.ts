import type { Family, Metrics } from '../../contract/metrics.ts';
import { Registry } from '../../metrics/registry.ts';
import type { SettledRequest } from '../../rpc/requests.ts';
import { METRICS } from './table.ts';

export type BrokerRegistry = Registry<typeof METRICS>;

/** The metrics of one broker, and what of it is counted where it happens. The rest is read off what exists anyway. */
export class BrokerMetrics {
  readonly registry: BrokerRegistry = new Registry(METRICS);
  readonly #since: Date;

  constructor(since: Date) {
    this.#since = since;
    this.registry.set('brokerStartTime', {}, since.getTime() / 1000);
  }

  /** For clients: of a counter, the series that are not 0. */
  collect(): Metrics {
    const families = Object.entries(this.registry.collect()).map(([name, family]) => [name, withoutZeros(family)]);
    return { since: this.#since.toISOString(), families: Object.fromEntries(families) };
  }

  /** A request to the app-server is over. */
  appServerAnswered({ method, outcome, durationMs }: SettledRequest): void {
    const answered = outcome === 'result' || outcome === 'error';
    if (answered) this.registry.observe('appServerRpcSeconds', { method }, durationMs / 1000);
    if (outcome !== 'result') this.registry.add('appServerRpcFailures', { outcome });
  }

  /** A request of a client was answered. */
  clientAnswered(method: string, durationMs: number): void {
    this.registry.observe('controlSeconds', { method }, durationMs / 1000);
  }

  gapReported(events: number): void {
    this.registry.add('busGaps', {});
    this.registry.add('busEventsMissed', {}, events);
  }
}

/** One without labels stays: that it is 0 is news, too. */
function withoutZeros(family: Family): Family {
  if (family.type !== 'counter') return family;
  const samples = family.samples.filter(({ labels, value }) => value !== 0 || Object.keys(labels).length === 0);
  return { ...family, samples };
}
