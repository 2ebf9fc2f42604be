import { describe, expect, test } from 'vitest';
import type { Family } from '../../src/contract/metrics.ts';
import { exposition } from '../../src/metrics/exposition.ts';
import { exposedValue, parseExposition } from '../support/prometheus.ts';

const counter = (samples: Family['samples'], meaning = 'Things.'): Family => ({
  type: 'counter',
  unit: null,
  meaning,
  samples: samples as never,
});

test('a counter, a gauge and a histogram, in the text format of Prometheus', () => {
  const families: Record<string, Family> = {
    things_total: counter([{ labels: { kind: 'a' }, value: 3 }]),
    size_bytes: { type: 'gauge', unit: 'bytes', meaning: 'Size.', samples: [{ labels: {}, value: 1.5 }] },
    took_seconds: {
      type: 'histogram',
      unit: 'seconds',
      meaning: 'Time.',
      samples: [
        {
          labels: { kind: 'a' },
          count: 3,
          sum: 12.25,
          buckets: [
            { le: 0.1, count: 1 },
            { le: 10, count: 2 },
          ],
        },
      ],
    },
  };
  expect(exposition(families)).toBe(
    [
      '# HELP things_total Things.',
      '# TYPE things_total counter',
      'things_total{kind="a"} 3',
      '# HELP size_bytes Size.',
      '# TYPE size_bytes gauge',
      'size_bytes 1.5',
      '# HELP took_seconds Time.',
      '# TYPE took_seconds histogram',
      'took_seconds_bucket{kind="a",le="0.1"} 1',
      'took_seconds_bucket{kind="a",le="10"} 2',
      'took_seconds_bucket{kind="a",le="+Inf"} 3',
      'took_seconds_sum{kind="a"} 12.25',
      'took_seconds_count{kind="a"} 3',
      '',
    ].join('\n'),
  );
  expect(parseExposition(exposition(families)).size).toBe(3);
});

test('a metric without series is not there, and of nothing there is nothing', () => {
  expect(exposition({ things_total: counter([]) })).toBe('');
  expect(exposition({})).toBe('');
});

test.each(['a"b', 'a\\b', 'a\nb', '\\n', '", x="', '}', 'é\u0000', ''])(
  'the value of a label comes through: %j',
  (value) => {
    const text = exposition({ things_total: counter([{ labels: { whom: value }, value: 1 }]) });
    expect(text.split('\n')).toHaveLength(4);
    expect(exposedValue(parseExposition(text), 'things_total', { whom: value })).toBe(1);
  },
);

test('a meaning stays on its line', () => {
  const text = exposition({ things_total: counter([{ labels: {}, value: 1 }], 'One\nand \\another.') });
  expect(text).toContain('# HELP things_total One\\nand \\\\another.\n');
});

test.each([0, 1, 1e-9, 123_456_789_012, 1e21, Number.MAX_SAFE_INTEGER])('the number %d comes through', (value) => {
  const text = exposition({ things_total: counter([{ labels: {}, value }]) });
  expect(exposedValue(parseExposition(text), 'things_total')).toBe(value);
});

// A check that cannot fail is none.
describe('the reader of these tests refuses', () => {
  const head = '# HELP a_total A.\n# TYPE a_total counter\n';
  test.each([
    ['a series twice', `${head}a_total 1\na_total 2\n`],
    ['a metric twice', `${head}a_total 1\n${head}a_total{x="y"} 1\n`],
    ['a sample of another metric', `${head}b_total 1\n`],
    ['a counter without its ending', '# HELP a A.\n# TYPE a counter\na 1\n'],
    ['a gauge with it', '# HELP a_total A.\n# TYPE a_total gauge\na_total 1\n'],
    ['labels that are not closed', `${head}a_total{x="y} 1\n`],
    ['a line that does not end', `${head}a_total 1`],
    ['no help', '# TYPE a_total counter\na_total 1\n'],
    [
      'buckets that fall',
      '# HELP h H.\n# TYPE h histogram\nh_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n',
    ],
    [
      'a count that is not that of the buckets',
      '# HELP h H.\n# TYPE h histogram\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 2\n',
    ],
    [
      'a histogram without its last bucket',
      '# HELP h H.\n# TYPE h histogram\nh_bucket{le="1"} 1\nh_sum 1\nh_count 1\n',
    ],
  ])('%s', (_what, text) => {
    expect(() => parseExposition(text)).toThrow();
  });
});
