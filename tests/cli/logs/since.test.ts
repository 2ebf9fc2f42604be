import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { momentOf, sinceArgument } from '../../../src/cli/logs/since.ts';

/** Of this machine's time zone, whichever that is. */
const NOW = new Date(2026, 2, 10, 14, 30, 15);
const local = (...parts: [number, number, number, number, number, number?]) => new Date(...parts);

describe('since', () => {
  test.each<[string, Date]>([
    ['10m', local(2026, 2, 10, 14, 20, 15)],
    ['90s', local(2026, 2, 10, 14, 28, 45)],
    ['1.5h', local(2026, 2, 10, 13, 0, 15)],
    ['2 d', new Date(NOW.getTime() - 2 * 86_400_000)],
    ['14:05', local(2026, 2, 10, 14, 5)],
    ['9:00', local(2026, 2, 10, 9, 0)],
    ['14:30:15', NOW],
    // Still to come today, so it is yesterday's.
    ['14:31', local(2026, 2, 9, 14, 31)],
    ['23:59:59', local(2026, 2, 9, 23, 59, 59)],
    ['2026-03-09', local(2026, 2, 9, 0, 0)],
    ['2026-03-09T08:15', local(2026, 2, 9, 8, 15)],
    ['2026-03-09 08:15:30', local(2026, 2, 9, 8, 15, 30)],
    ['2026-03-09T08:15:30.250Z', new Date('2026-03-09T08:15:30.250Z')],
    ['2026-03-09T08:15+02:00', new Date('2026-03-09T06:15:00Z')],
  ])('%s', (text, moment) => {
    expect(momentOf(text, NOW)?.toISOString()).toBe(moment.toISOString());
  });

  test.each([
    '',
    'yesterday',
    '10',
    '-5m',
    '10y',
    '1.2.3m',
    '24:00',
    '12:60',
    '1:2',
    '12:30:99',
    '2026-02-31',
    '2026-02-31T08:00',
    '2026-13-01',
    '2026-03-09T25:00',
    '2026-3-9',
    '10m ago',
    `${'9'.repeat(400)}m`,
  ])('is not "%s"', (text) => {
    expect(momentOf(text, NOW)).toBeNull();
    expect(() => sinceArgument(text)).toThrow(InvalidArgumentError);
  });

  test('is over', () => {
    expect(() => sinceArgument('2999-01-01')).toThrow('still to come');
    expect(Date.parse(sinceArgument(' 1h '))).toBeCloseTo(Date.now() - 3_600_000, -4);
  });
});
