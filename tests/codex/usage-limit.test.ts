import { describe, expect, test } from 'vitest';
import { withComeBack } from '../../src/codex/usage-limit.ts';
import type { RateLimit, RateLimitWindow } from '../../src/contract/rate-limit.ts';

// Local time, whatever the zone is in which the tests run: Codex's sentence is in local time, too.
const NOW = new Date(2026, 10, 25, 2, 25, 32).getTime();
const HOUR = 3_600_000;

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}

function limit(primary: Partial<RateLimitWindow>, secondary: Partial<RateLimitWindow> = {}): RateLimit {
  const window = (fields: object) => ({
    usedPercent: 10,
    windowDurationMins: 300,
    resetsAt: iso(NOW + HOUR),
    ...fields,
  });
  const nothing = { limitId: 'codex', limitName: null, planType: null, credits: null, updatedAt: iso(NOW) };
  return { ...nothing, primary: window(primary), secondary: window(secondary) };
}

function limited(message: string, known: RateLimit | null = null) {
  return withComeBack({ reason: 'usage_limit', message }, known, NOW);
}

// The sentences of codex 0.169.
const TODAY =
  'You’ve hit your usage limit. Upgrade to Pro (https://chatgpt.com/explore/pro), visit https://chatgpt.com/settings/usage to purchase more credits or try again at 4:25 AM.';
const ANOTHER_DAY = 'You’ve hit your usage limit. Try again at Nov 28th, 2026 12:05 PM.';
const NEVER_MIND = 'You’ve hit your usage limit. Try again later.';

describe('a sentence that says when', () => {
  test.each([
    ['today', TODAY, new Date(2026, 10, 25, 4, 26)],
    ['another day', ANOTHER_DAY, new Date(2026, 10, 28, 12, 6)],
    ['just after midnight', 'Try again at 12:00 AM.', new Date(2026, 10, 25, 0, 1)],
    ['in this minute', 'Try again at 2:25 AM.', new Date(2026, 10, 25, 2, 26)],
    ['on the last day of a year', 'Try again at Dec 31st, 2027 11:59 PM.', new Date(2028, 0, 1, 0, 0)],
  ])('%s: not before the end of that minute', (_when, message, at) => {
    expect(limited(message)).toEqual({ reason: 'usage_limit', message, comeBackAt: at.toISOString() });
  });

  test('to the second, where a window resets in that minute', () => {
    const exact = new Date(2026, 10, 25, 4, 25, 52);
    const known = limit({ usedPercent: 100, resetsAt: exact.toISOString() });
    expect(limited(TODAY, known).comeBackAt).toBe(exact.toISOString());
  });

  test('goes before what the windows say', () => {
    expect(limited(TODAY, limit({ usedPercent: 100 })).comeBackAt).toBe(new Date(2026, 10, 25, 4, 26).toISOString());
  });
});

describe('a sentence that does not', () => {
  test('is completed by the windows that are used up: when the last of them resets', () => {
    const known = limit({ usedPercent: 100 }, { usedPercent: 100, resetsAt: iso(NOW + 30 * HOUR) });
    const { message, comeBackAt } = limited(NEVER_MIND, known);
    expect(comeBackAt).toBe(iso(NOW + 30 * HOUR));
    expect(message).toMatch(
      /^You’ve hit your usage limit\. Try again later\. Come back at 2026-11-26 08:25 \(UTC[+-]\d\d:\d\d\)\.$/u,
    );
  });

  test('a window that is not used up has no part in it', () => {
    const known = limit({ usedPercent: 100 }, { usedPercent: 99, resetsAt: iso(NOW + 30 * HOUR) });
    expect(limited(NEVER_MIND, known).comeBackAt).toBe(iso(NOW + HOUR));
  });

  test.each<[string, RateLimit | null]>([
    ['no window is known', null],
    ['none is used up', limit({ usedPercent: 99 })],
    ['the one that was used up has reset', limit({ usedPercent: 100, resetsAt: iso(NOW - 1) })],
    ['nobody knows when it resets', limit({ usedPercent: 100, resetsAt: null })],
  ])('stays as it is when %s', (_what, known) => {
    expect(limited(NEVER_MIND, known)).toEqual({ reason: 'usage_limit', message: NEVER_MIND });
  });

  test('has an end before ours begins', () => {
    expect(limited('no credits', limit({ usedPercent: 100 })).message).toMatch(/^no credits\. Come back at /u);
  });
});

test('nobody has to come back after another fault', () => {
  const fault = { reason: 'turn_failed', message: TODAY } as const;
  expect(withComeBack(fault, limit({ usedPercent: 100 }), NOW)).toBe(fault);
});
