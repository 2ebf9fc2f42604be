import { messageOf } from '../src/contract/fault.ts';
import type { Chart, Fact, Figure, Measurement, Scale } from './figure.ts';
import { MEASUREMENTS } from './measurements.ts';
import type { BenchOptions } from './options.ts';
import { type Judged, load, machine, type Results } from './results.ts';
import { estimate, summaryOf } from './statistics.ts';

/** Makes the chosen measurements, one after the other. What fails is noted, and the others are made. @throws when none is chosen. */
export async function runBench(
  options: Pick<BenchOptions, 'quick' | 'only'>,
  say: (line: string) => void,
): Promise<Results> {
  const { quick } = options;
  const startedAt = performance.now();
  const loadBefore = load();
  const kept: Kept = { figures: [], facts: [], charts: [], failures: [] };
  for (const measurement of chosen(options.only)) {
    const since = performance.now();
    await measure(measurement, { quick, pick: (full, few) => (quick ? few : full) }, kept);
    say(`${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s  ${measurement.title}`);
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return { schemaVersion: 1, at: new Date().toISOString(), quick, seconds, machine: machine(loadBefore), ...kept };
}

type Kept = Pick<Results, 'figures' | 'facts' | 'charts' | 'failures'>;

async function measure({ name, run }: Measurement, scale: Scale, kept: Kept): Promise<void> {
  try {
    const { figures, facts = [], charts = [] } = await run(scale);
    kept.figures.push(...figures.map((figure) => judged(name, figure)));
    kept.facts.push(...facts.map((fact: Fact) => ({ measurement: name, ...fact })));
    kept.charts.push(...charts.map(rounded));
  } catch (error) {
    kept.failures.push({ measurement: name, message: messageOf(error) });
  }
}

function chosen(only: readonly string[]): readonly Measurement[] {
  if (only.length === 0) return MEASUREMENTS;
  const some = MEASUREMENTS.filter(({ name }) => only.some((word) => name.startsWith(word)));
  if (some.length > 0) return some;
  const known = MEASUREMENTS.map(({ name }) => name).join(', ');
  throw new Error(`Cannot use --only "${only.join('", "')}": there are ${known}`);
}

function judged(measurement: string, figure: Figure): Judged {
  const product = summaryOf(figure.product);
  if (product === null) throw new Error(`No samples of "${figure.name}"`);
  const { name, title, unit, floorTitle, reach } = figure;
  const floor = summaryOf(figure.floor);
  const { value, low, high } = estimate(figure.product, figure.floor, reach);
  return { measurement, name, title, unit, floorTitle, product, floor, reach, value, low, high };
}

/** Plots are looked at: three digits are enough, and the file stays small. */
function rounded({ series, ...chart }: Chart): Results['charts'][number] {
  const digits = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    ...chart,
    series: series.map(({ name, points }) => ({ name, points: points.map(([x, y]) => [digits(x), digits(y)]) })),
  };
}
