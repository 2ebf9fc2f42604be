import type { Judged, Results } from '../../bench/results.ts';

/** A figure that came to 1.5 times its floor, as far as nothing else is said. */
export function judged(changes: Partial<Judged> = {}): Judged {
  const summary = { count: 20, p50: 30, p95: 40, p99: 44.44, min: 20, max: 50 };
  return {
    measurement: 'status',
    name: 'status-alive',
    title: 'status, with a broker',
    unit: 'ms',
    floorTitle: '`node -e 0`',
    product: summary,
    floor: { ...summary, p50: 20 },
    reach: { kind: 'ratio', at: 0.5, max: 1.8 },
    value: 1.5,
    low: 1.4,
    high: 1.6,
    ...changes,
  };
}

export function resultsOf(figures: readonly Judged[], changes: Partial<Results> = {}): Results {
  return {
    schemaVersion: 1,
    at: '2026-01-02T03:04:05.000Z',
    quick: false,
    seconds: 300,
    machine: {
      cpu: 'a processor',
      cores: 2,
      memoryMb: 4096,
      system: 'Linux 6',
      node: 'v20.0.0',
      codex: 'codex-cli 1.2.3',
      load: [0.5, 2],
    },
    figures: [...figures],
    facts: [],
    charts: [],
    failures: [],
    ...changes,
  };
}
