import { describe, expect, test } from 'vitest';
import { fromNow, momentText } from '../../../src/cli/render/moment.ts';
import { rateLimitLines } from '../../../src/cli/render/rate-limits.ts';
import { usageText } from '../../../src/cli/render/usage.ts';
import type { RateLimit } from '../../../src/contract/rate-limit.ts';
import { NO_TOKENS } from '../../../src/contract/usage.ts';

// Local time, whatever the zone is in which the tests run.
const NOW = new Date(2026, 10, 25, 14, 5, 30).getTime();
const MINUTE = 60_000;

function fromThen(ms: number): string {
  return new Date(NOW + ms).toISOString();
}

test.each([
  [{}, '0 (0 in; 0 out)'],
  [{ totalTokens: 999, inputTokens: 990, outputTokens: 9 }, '999 (990 in; 9 out)'],
  [
    { totalTokens: 1_234_567, inputTokens: 1_000_000, cachedInputTokens: 900_001, outputTokens: 234_567 },
    '1,234,567 (1,000,000 in, of which 900,001 cached; 234,567 out)',
  ],
  [{ outputTokens: 20, reasoningOutputTokens: 5 }, '0 (0 in; 20 out, of which 5 reasoning)'],
])('tokens of %j', (usage, text) => {
  expect(usageText({ ...NO_TOKENS, ...usage })).toBe(text);
});

test.each([
  [62 * MINUTE, '15:07 (in 1h 2m)'],
  [-2 * MINUTE, '14:03 (2m ago)'],
  [3 * 24 * 60 * MINUTE, '28 Nov 14:05 (in 3d)'],
  [60 * 24 * 60 * MINUTE, '24 Jan 2027 14:05 (in 60d)'],
])('a moment %d ms from now', (ms, text) => {
  expect(momentText(fromThen(ms), NOW)).toBe(text);
});

test('what is near is told in seconds', () => {
  expect([fromNow(fromThen(40_000), NOW), fromNow(fromThen(-2_000), NOW)]).toEqual(['in 40s', '2s ago']);
});

describe('the line of a limit', () => {
  const nothing = { limitName: null, planType: null, primary: null, secondary: null, credits: null };
  const limit = (fields: Partial<RateLimit>): RateLimit => ({
    ...nothing,
    limitId: 'codex',
    updatedAt: fromThen(0),
    ...fields,
  });
  const primary = { usedPercent: 43.4, windowDurationMins: 300, resetsAt: fromThen(62 * MINUTE) };
  const secondary = { usedPercent: 40, windowDurationMins: 10_080, resetsAt: null };

  test.each<[string, Partial<RateLimit>, readonly string[]]>([
    [
      'both windows',
      { primary, secondary, planType: 'plus' },
      ['Usage limit (plus): 43% used of 5h, resets 15:07 (in 1h 2m); 40% used of 7d'],
    ],
    [
      'another limit',
      { limitId: 'spark', primary: { ...secondary, windowDurationMins: null } },
      ['Usage limit (spark): 40% used'],
    ],
    ['a name', { limitName: 'Fast', planType: 'pro', secondary }, ['Usage limit (Fast, pro): 40% used of 7d']],
    [
      'a window that has reset since',
      { primary: { ...primary, resetsAt: fromThen(-1) }, secondary },
      ['Usage limit: 40% used of 7d'],
    ],
    [
      'credits',
      { credits: { hasCredits: true, unlimited: false, balance: '12.5' } },
      ['Usage limit: credits left: 12.5'],
    ],
    [
      'any number of them',
      { credits: { hasCredits: true, unlimited: true, balance: null } },
      ['Usage limit: unlimited credits'],
    ],
    ['none', { credits: { hasCredits: false, unlimited: false, balance: null } }, []],
    [
      'escapes and lines in a name',
      { limitName: '\u001b[31mred\nhot', secondary },
      ['Usage limit (red hot): 40% used of 7d'],
    ],
  ])('%s', (_what, fields, lines) => {
    expect(rateLimitLines([limit(fields)], NOW)).toEqual(lines);
  });
});
