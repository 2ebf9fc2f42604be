import { describe, expect, test } from 'vitest';
import { BrokerMetrics } from '../../../src/broker/metrics/broker-metrics.ts';
import { METRICS } from '../../../src/broker/metrics/table.ts';
import type { Definition } from '../../../src/metrics/definition.ts';
import { exposition } from '../../../src/metrics/exposition.ts';
import { MAX_SERIES } from '../../../src/metrics/series.ts';
import { parseExposition } from '../../support/prometheus.ts';

const ROWS = Object.values<Definition>(METRICS).map((definition) => [definition.name, definition] as const);

describe('each metric', () => {
  test('has a name of its own', () => {
    expect(new Set(ROWS.map(([name]) => name)).size).toBe(ROWS.length);
  });

  test.each(ROWS)('%s follows the rules of Prometheus', (name, { type, unit, labels, meaning }) => {
    expect(name).toMatch(/^codex_companion_[a-z][a-z_]*$/u);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    if (unit !== null) expect(name.replace(/_total$/u, '').endsWith(`_${unit}`)).toBe(true);
    for (const label of Object.keys(labels)) expect(label).toMatch(/^(?!le$|quantile$)[a-z][a-z_]*$/u);
    expect(meaning).toMatch(/^[A-Z1].*\.$/u);
  });

  test.each(ROWS)('%s has no more series than are kept', (_name, { labels }) => {
    const closed = Object.values(labels).filter((values) => values !== 'open');
    expect(closed.reduce((product, values) => product * values.length, 1)).toBeLessThan(MAX_SERIES);
  });

  test.each(ROWS)('%s has bounds that rise', (_name, definition) => {
    const bounds = definition.type === 'histogram' ? definition.buckets : [1];
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    expect(new Set(bounds).size).toBe(bounds.length);
  });
});

test('of a broker that has done nothing, every counter that can be known is there, at 0', () => {
  const { registry } = new BrokerMetrics(new Date('2026-01-01T00:00:00.000Z'));
  const families = parseExposition(exposition(registry.collect()));
  const counters = ROWS.filter(([, { type }]) => type === 'counter').map(([name]) => name);
  expect([...families.keys()]).toEqual(expect.arrayContaining(counters));
  for (const name of counters) expect(families.get(name)?.samples.every(({ value }) => value === 0)).toBe(true);
});

test('a client is told when it all began, and of counters only what is not 0', () => {
  const since = new Date('2026-01-01T00:00:00.000Z');
  const metrics = new BrokerMetrics(since);
  metrics.registry.add('jobsAccepted', { kind: 'review' });
  metrics.gapReported(7);
  metrics.appServerAnswered({ method: 'turn/start', outcome: 'result', durationMs: 20 });
  metrics.appServerAnswered({ method: 'turn/start', outcome: 'error', durationMs: 30 });
  metrics.appServerAnswered({ method: 'turn/start', outcome: 'timeout', durationMs: 30_000 });
  metrics.appServerAnswered({ method: 'of/tomorrow', outcome: 'result', durationMs: 1 });

  const { since: said, families } = metrics.collect();
  expect(said).toBe(since.toISOString());
  const samples = (name: string) => families[`codex_companion_${name}`]?.samples;
  expect(samples('jobs_accepted_total')).toEqual([{ labels: { kind: 'review' }, value: 1 }]);
  expect(samples('jobs_finished_total')).toEqual([]);
  expect(samples('app_server_garbled_lines_total')).toEqual([{ labels: {}, value: 0 }]);
  expect(samples('bus_gaps_reported_total')).toEqual([{ labels: {}, value: 1 }]);
  expect(samples('bus_events_missed_total')).toEqual([{ labels: {}, value: 7 }]);
  expect(samples('app_server_rpc_seconds')).toMatchObject([
    { labels: { method: 'turn/start' }, count: 2, sum: 0.05 },
    { labels: { method: 'other' }, count: 1 },
  ]);
  expect(samples('app_server_rpc_failures_total')).toEqual([
    { labels: { outcome: 'error' }, value: 1 },
    { labels: { outcome: 'timeout' }, value: 1 },
  ]);
});
