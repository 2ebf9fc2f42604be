import { describe, expect, test } from 'vitest';
import { inTurns } from '../../bench/in-turns.ts';
import { estimate, quantile, summaryOf } from '../../bench/statistics.ts';

const HUNDRED = Array.from({ length: 100 }, (_, n) => 100 - n);

describe('quantile', () => {
  test.each([
    [0, 1],
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100],
  ])('%d of 1 to 100 is %d', (at, wanted) => {
    expect(quantile(HUNDRED, at)).toBe(wanted);
  });

  test('of one sample is that sample', () => {
    expect([0, 0.5, 0.99].map((at) => quantile([7], at))).toEqual([7, 7, 7]);
  });

  test('of nothing there is none', () => {
    expect(() => quantile([], 0.5)).toThrow('no samples');
    expect(summaryOf([])).toBeNull();
  });

  test('a summary has them all', () => {
    expect(summaryOf(HUNDRED)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, min: 1, max: 100 });
  });
});

describe('an estimate', () => {
  const product = [20, 22, 24, 26, 28];
  const floor = [10, 11, 12, 13, 14];

  test.each([
    ['ratio', { kind: 'ratio', at: 0.5, max: 1 }, 2],
    ['difference', { kind: 'added', at: 0.5, max: 1 }, 12],
    ['difference of the highest', { kind: 'added', at: 1, max: 1 }, 14],
    ['value alone', { kind: 'below', at: 0.5, max: 1 }, 24],
  ] as const)('is the %s of the quantiles', (_, reach, wanted) => {
    expect(estimate(product, reach.kind === 'below' ? [] : floor, reach).value).toBe(wanted);
  });

  test('has an interval around it, which is the same each time', () => {
    const reach = { kind: 'below', at: 0.5, max: 1 } as const;
    const { value, low, high } = estimate(product, [], reach);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(estimate(product, [], reach)).toEqual({ value, low, high });
  });

  test('keeps rounds together: what slows both down changes no ratio', () => {
    const noisy = [10, 40, 15, 80, 20];
    const reach = { kind: 'ratio', at: 0.5, max: 1 } as const;
    expect(
      estimate(
        noisy.map((ms) => 3 * ms),
        noisy,
        reach,
      ),
    ).toEqual({ value: 3, low: 3, high: 3 });
  });

  test('takes a part of very many samples for its interval, and all for its value', () => {
    const many = Array.from({ length: 30_000 }, (_, n) => n);
    const { value, low, high } = estimate(many, many, { kind: 'added', at: 0.99, max: 1 });
    expect(value).toBe(0);
    expect(high - low).toBeLessThan(1_000);
  });
});

test('samples are taken in turns, each round beginning with another one; the first round is not counted', async () => {
  const order: string[] = [];
  const sampler = (name: string) => async () => order.push(name);

  const taken = await inTurns(2, { a: sampler('a'), b: sampler('b') });

  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
  expect(taken).toEqual({ a: [4, 5], b: [3, 6] });
});
