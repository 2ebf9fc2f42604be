import { quantile as quantileOrNull } from '../scripts/lib/quantile.ts';
import { Random } from '../scripts/lib/random.ts';
import type { Reach } from './figure.ts';

/** What is kept of samples. All in the unit of the samples. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly min: number;
  readonly max: number;
}

/** A value, and where 95 of 100 repetitions of the run would be expected to put it. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 300;
/** Of many samples a part tells as much of the spread, and does not take seconds to sort. */
const MOST_RESAMPLED = 500;

/** The value that so much of the samples does not exceed. @throws Error without samples. */
export function quantile(samples: readonly number[], at: number): number {
  const found = quantileOrNull(samples, at);
  if (found === null) throw new Error('Cannot take a quantile: there are no samples');
  return found;
}

/** Null without samples. */
export function summaryOf(samples: readonly number[]): Summary | null {
  if (samples.length === 0) return null;
  const at = (q: number) => quantile(samples, q);
  return { count: samples.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), min: at(0), max: at(1) };
}

/** What a figure comes to, judged as `reach` says. The interval is a bootstrap's: the same samples give the same one. */
export function estimate(product: readonly number[], floor: readonly number[], reach: Reach): Estimate {
  const random = new Random(product.length);
  const [from, beside] = [thinned(product), thinned(floor)];
  const values = Array.from({ length: RESAMPLES }, () => {
    const again = resampled(from, beside, random);
    return judgedValue(again.product, again.floor, reach);
  });
  return { value: judgedValue(product, floor, reach), low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

function judgedValue(product: readonly number[], floor: readonly number[], { kind, at }: Reach): number {
  const measured = quantile(product, at);
  if (kind === 'below') return measured;
  const beside = quantile(floor, at);
  return kind === 'added' ? measured - beside : measured / beside;
}

/** Pairs stay pairs: what disturbed the machine in one round disturbed both. */
function resampled(product: readonly number[], floor: readonly number[], random: Random) {
  const rounds = drawn(product.length, random);
  const beside = floor.length === product.length ? rounds : drawn(floor.length, random);
  return { product: rounds.map((n) => product[n] ?? 0), floor: beside.map((n) => floor[n] ?? 0) };
}

function drawn(count: number, random: Random): number[] {
  return Array.from({ length: count }, () => random.int(0, count - 1));
}

function thinned(samples: readonly number[]): readonly number[] {
  const step = Math.ceil(samples.length / MOST_RESAMPLED);
  return step <= 1 ? samples : samples.filter((_, n) => n % step === 0);
}
