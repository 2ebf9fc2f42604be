import { expect, test } from 'vitest';
import { readDuration, writeDuration } from '../../src/config/duration.ts';
import { MAX_DURATION_MS } from '../../src/contract/job.ts';

test.each([
  ['90000', 90_000],
  ['0', 0],
  ['90s', 90_000],
  ['45m', 2_700_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['2 mins', 120_000],
  ['1d', 86_400_000],
  ['10S', 10_000],
  ['0.4ms', 0],
  [String(MAX_DURATION_MS), MAX_DURATION_MS],
])('the duration %j is %i ms', (text, value) => {
  expect(readDuration(text)).toEqual({ ok: true, value });
});

test.each([
  '',
  ' ',
  '-1',
  '-5m',
  '1.5',
  '1e3',
  '0x10',
  '10 parsecs',
  'm',
  '5m5s',
  'Infinity',
  'NaN',
  '1y',
  '25d',
  String(MAX_DURATION_MS + 1),
  '9'.repeat(400),
])('%j is no duration', (text) => {
  expect(readDuration(text)).toEqual({ ok: false, why: expect.stringMatching(/^is not a duration from 0 to \d+ ms/u) });
});

test.each([
  [0, '0'],
  [1, '1ms'],
  [1_500, '1500ms'],
  [90_000, '90s'],
  [60_000, '1m'],
  [5_400_000, '90m'],
  [7_200_000, '2h'],
  [172_800_000, '2d'],
  [MAX_DURATION_MS, '2147483647ms'],
])('%i ms are written as %j, and read as the same', (value, text) => {
  expect(writeDuration(value)).toBe(text);
  expect(readDuration(text)).toEqual({ ok: true, value });
});
