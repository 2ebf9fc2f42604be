import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/metrics/definition.ts';
import { Registry } from '../../src/metrics/registry.ts';
import { MAX_SERIES, OTHER } from '../../src/metrics/series.ts';

const TABLE = {
  done: { type: 'counter', name: 'done_total', unit: null, labels: {}, meaning: 'Done.' },
  ended: {
    type: 'counter',
    name: 'ended_total',
    unit: null,
    labels: { kind: ['a', 'b'], how: ['well', 'badly'] },
    meaning: 'Ended.',
  },
  asked: { type: 'counter', name: 'asked_total', unit: null, labels: { whom: 'open' }, meaning: 'Asked.' },
  size: { type: 'gauge', name: 'size_bytes', unit: 'bytes', labels: { of: 'open' }, meaning: 'Size.' },
  took: {
    type: 'histogram',
    name: 'took_seconds',
    unit: 'seconds',
    labels: { kind: ['a', 'b'] },
    buckets: [0.1, 1, 10],
    meaning: 'Took.',
  },
} as const satisfies Table;

function registry() {
  return new Registry(TABLE);
}

describe('a counter', () => {
  test('begins at 0 in every series that closed labels can have, and in none that an open one can', () => {
    const { done_total: done, ended_total: ended, asked_total: asked } = registry().collect();
    expect(done?.samples).toEqual([{ labels: {}, value: 0 }]);
    expect(ended?.samples).toEqual(
      ['a', 'b'].flatMap((kind) => ['well', 'badly'].map((how) => ({ labels: { kind, how }, value: 0 }))),
    );
    expect(asked?.samples).toEqual([]);
  });

  test('adds up by its labels, in whichever order they are named', () => {
    const counted = registry();
    counted.add('ended', { kind: 'a', how: 'well' });
    counted.add('ended', { how: 'well', kind: 'a' }, 2);
    counted.add('ended', { kind: 'b', how: 'badly' });
    expect(counted.collect()['ended_total']?.samples).toEqual([
      { labels: { kind: 'a', how: 'well' }, value: 3 },
      { labels: { kind: 'a', how: 'badly' }, value: 0 },
      { labels: { kind: 'b', how: 'well' }, value: 0 },
      { labels: { kind: 'b', how: 'badly' }, value: 1 },
    ]);
  });

  test('has a value of a closed label that is none of its own as "other"', () => {
    const counted = registry();
    counted.add('ended', { kind: 'a', how: 'oddly' });
    expect(counted.collect()['ended_total']?.samples).toContainEqual({ labels: { kind: 'a', how: OTHER }, value: 1 });
  });
});

test('of any number of values of an open label there are no more series than a bound, and nothing is lost', () => {
  const counted = registry();
  for (let n = 0; n < 3 * MAX_SERIES; n += 1) counted.add('asked', { whom: `host-${n}` });
  const samples = counted.collect()['asked_total']?.samples ?? [];
  expect(samples).toHaveLength(MAX_SERIES + 1);
  expect(samples.at(-1)).toEqual({ labels: { whom: OTHER }, value: 2 * MAX_SERIES });
  counted.add('asked', { whom: 'host-1' });
  expect(counted.collect()['asked_total']?.samples[1]).toEqual({ labels: { whom: 'host-1' }, value: 2 });
});

test('a gauge is what it was set to last, and is gone when it is cleared', () => {
  const measured = registry();
  measured.set('size', { of: 'heap' }, 5);
  measured.set('size', { of: 'heap' }, 3);
  expect(measured.collect()['size_bytes']?.samples).toEqual([{ labels: { of: 'heap' }, value: 3 }]);
  measured.clear('size');
  expect(measured.collect()['size_bytes']?.samples).toEqual([]);
});

test('what is measured on demand is measured before each look', () => {
  const measured = registry();
  let looks = 0;
  measured.onCollect(() => {
    looks += 1;
    measured.set('size', { of: 'looks' }, looks);
  });
  measured.collect();
  expect(measured.collect()['size_bytes']?.samples).toEqual([{ labels: { of: 'looks' }, value: 2 }]);
});

test.each([
  [[], [0, 0, 0], 0],
  [[0.1], [1, 1, 1], 0.1],
  [[0.05, 0.5, 5, 50], [1, 2, 3], 55.55],
  [[0, 0, 0.10001], [2, 3, 3], 0.10001],
  [[11, 12], [0, 0, 0], 23],
])('a histogram of %j', (values, counts, sum) => {
  const measured = registry();
  for (const value of values) measured.observe('took', { kind: 'a' }, value);
  const family = measured.collect()['took_seconds'];
  const [sample] = family?.type === 'histogram' ? family.samples : [];
  if (values.length === 0) {
    expect(sample).toBeUndefined();
    return;
  }
  expect(sample?.count).toBe(values.length);
  expect(sample?.sum).toBeCloseTo(sum);
  expect(sample?.buckets).toEqual([0.1, 1, 10].map((le, at) => ({ le, count: counts[at] })));
});
