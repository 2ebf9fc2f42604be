import type { Family, HistogramSample, Metrics, Sample } from '../../contract/metrics.ts';
import { NO_TOKENS } from '../../contract/usage.ts';
import { formatMs } from '../../util/duration.ts';
import { momentText } from './moment.ts';
import { usageText } from './usage.ts';

const PREFIX = 'codex_companion_';
const MB = 1024 * 1024;

/** What a broker has counted and measured, in a few lines; docs/metrics.md has all of it. `nowMs` is wall-clock time. */
export function metricsLines({ since, families }: Metrics, nowMs: number): string[] {
  const of = new Figures(families);
  return [
    `Since ${momentText(since, nowMs)}:`,
    `  Jobs: ${of.sum('jobs_accepted_total')} accepted, ${of.sum('jobs_adopted_total')} taken over; ended: ${of.each('jobs_finished_total', 'outcome')}`,
    `  Attempts lost: ${of.each('job_attempts_lost_total', 'reason')}`,
    `  Waited for their turn: ${of.spread('job_queue_seconds')}`,
    `  Ran: ${of.spread('job_run_seconds')}`,
    `  End of a turn recorded after it was told: ${of.spread('turn_end_detection_seconds')}`,
    `  Tokens: ${tokens(of)}`,
    `  App-server: ${appServer(of)}`,
    `  Its answers: ${of.spread('app_server_rpc_seconds')}; without a result: ${of.each('app_server_rpc_failures_total', 'outcome')}`,
    `  Events: ${of.sum('bus_events_published_total')} published, ${of.sum('bus_events_unsent_total')} unsent; gaps that readers told of: ${of.sum('bus_gaps_reported_total')} (${of.sum('bus_events_missed_total')} events)`,
    `  Broker: ${Math.round(of.one('broker_memory_bytes', 'resident') / MB)} MB resident, ${formatMs(1000 * of.sum('broker_cpu_seconds_total'))} of processor time; timers late: ${of.spread('broker_event_loop_delay_seconds')}`,
  ];
}

function tokens(of: Figures): string {
  const [inputTokens, outputTokens] = [of.one('tokens_total', 'input'), of.one('tokens_total', 'output')];
  const cachedInputTokens = of.one('tokens_total', 'cached_input');
  const reasoningOutputTokens = of.one('tokens_total', 'reasoning_output');
  const parts = { inputTokens, outputTokens, cachedInputTokens, reasoningOutputTokens };
  return usageText({ ...NO_TOKENS, ...parts, totalTokens: inputTokens + outputTokens });
}

function appServer(of: Figures): string {
  const state = of.sum('app_server_up') === 1 ? 'up' : 'not ready';
  const memory = of.sum('app_server_resident_memory_bytes');
  const size = memory === 0 ? '' : `, ${Math.round(memory / MB)} MB resident`;
  const [loss] = of.numbers('app_server_loss_detection_seconds');
  const last =
    loss === undefined
      ? ''
      : ` (the last: ${loss.labels['reason']}, noticed and recorded in ${formatMs(1000 * loss.value)})`;
  const started = formatMs(1000 * of.sum('app_server_start_seconds'));
  return `${state}, started in ${started}${size}; lost before this one: ${of.sum('app_server_restarts_total')}${last}`;
}

/** Figures of families by their names without the prefix. */
class Figures {
  readonly #families: Readonly<Record<string, Family>>;

  constructor(families: Readonly<Record<string, Family>>) {
    this.#families = families;
  }

  numbers(name: string): readonly Sample[] {
    const family = this.#families[PREFIX + name];
    return family === undefined || family.type === 'histogram' ? [] : family.samples;
  }

  /** Of all series. */
  sum(name: string): number {
    return this.numbers(name).reduce((sum, { value }) => sum + value, 0);
  }

  /** Of the series of which a label has this value. */
  one(name: string, label: string): number {
    const sample = this.numbers(name).find(({ labels }) => Object.values(labels).includes(label));
    return sample?.value ?? 0;
  }

  /** `10 completed, 1 turn_failed`: by the values of a label, those that there were. */
  each(name: string, label: string): string {
    const counts = new Map<string, number>();
    for (const { labels, value } of this.numbers(name)) {
      const word = labels[label] ?? '';
      counts.set(word, (counts.get(word) ?? 0) + value);
    }
    const there = [...counts].filter(([, count]) => count > 0);
    return there.length === 0 ? 'none' : there.map(([word, count]) => `${count} ${word}`).join(', ');
  }

  /** `half within 5ms, 95% within 100ms (12)`: as exactly as the buckets know. */
  spread(name: string): string {
    const family = this.#families[PREFIX + name];
    const all = family?.type === 'histogram' ? together(family.samples) : null;
    if (all === null || all.count === 0) return 'none';
    return `half ${bound(all, 0.5)}, 95% ${bound(all, 0.95)} (${all.count})`;
  }
}

/** All series of a metric have the same bounds. */
function together(samples: readonly HistogramSample[]): Pick<HistogramSample, 'count' | 'buckets'> | null {
  const [first] = samples;
  if (first === undefined) return null;
  const countAt = (at: number) => samples.reduce((sum, { buckets }) => sum + (buckets[at]?.count ?? 0), 0);
  const buckets = first.buckets.map(({ le }, at) => ({ le, count: countAt(at) }));
  return { count: samples.reduce((sum, { count }) => sum + count, 0), buckets };
}

function bound({ count, buckets }: Pick<HistogramSample, 'count' | 'buckets'>, share: number): string {
  const bucket = buckets.find((candidate) => candidate.count >= share * count);
  if (bucket !== undefined) return `within ${precise(bucket.le)}`;
  return `above ${precise(buckets.at(-1)?.le ?? 0)}`;
}

function precise(seconds: number): string {
  const ms = seconds * 1000;
  return ms < 10 ? `${ms}ms` : formatMs(ms);
}
