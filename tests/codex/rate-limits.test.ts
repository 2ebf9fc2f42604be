import { expect, test } from 'vitest';
import { MAX_RATE_LIMITS, withRateLimits } from '../../src/codex/rate-limits.ts';

const AT = '2026-01-01T12:00:00.000Z';
const LATER = '2026-01-01T12:30:00.000Z';

function told(fields: object, limitId: string | null = 'codex'): unknown {
  const nothing = { limitName: null, primary: null, secondary: null, credits: null, planType: null };
  return { rateLimits: { ...nothing, limitId, individualLimit: null, ...fields } };
}

const primary = { usedPercent: 43, windowDurationMins: 300, resetsAt: 1_767_272_400 };
const secondary = { usedPercent: 40, windowDurationMins: 10_080, resetsAt: null };

test('windows have a moment in place of seconds', () => {
  expect(withRateLimits([], told({ primary, secondary, planType: 'plus' }), AT)).toEqual([
    {
      limitId: 'codex',
      limitName: null,
      planType: 'plus',
      primary: { usedPercent: 43, windowDurationMins: 300, resetsAt: '2026-01-01T13:00:00.000Z' },
      secondary: { usedPercent: 40, windowDurationMins: 10_080, resetsAt: null },
      credits: null,
      updatedAt: AT,
    },
  ]);
});

test('what an update leaves out stays as it was', () => {
  const known = withRateLimits([], told({ primary, secondary, planType: 'plus' }), AT);
  const credits = { hasCredits: true, unlimited: false, balance: '12' };
  const [limit] = withRateLimits(known, told({ primary: { ...primary, usedPercent: 44 }, credits }), LATER);
  expect(limit).toMatchObject({
    planType: 'plus',
    primary: { usedPercent: 44 },
    secondary: { usedPercent: 40 },
    credits,
  });
  expect(limit?.updatedAt).toBe(LATER);
});

test('the limit that was told of last comes first, and of very many the last are kept', () => {
  let known = withRateLimits([], told({ primary }), AT);
  known = withRateLimits(known, told({ primary }, 'another'), AT);
  expect(known.map(({ limitId }) => limitId)).toEqual(['another', 'codex']);
  known = withRateLimits(known, told({ primary }), LATER);
  expect(known.map(({ limitId }) => limitId)).toEqual(['codex', 'another']);
  for (let n = 0; n < 2 * MAX_RATE_LIMITS; n += 1) known = withRateLimits(known, told({ primary }, `limit-${n}`), AT);
  expect(known).toHaveLength(MAX_RATE_LIMITS);
});

test.each([
  ['nothing at all', told({})],
  ['no limits', {}],
  ['a percentage that is none', told({ primary: { ...primary, usedPercent: 'most' } })],
])('of %s nothing is learnt', (_what, params) => {
  const known = withRateLimits([], told({ secondary }, 'known'), AT);
  expect(withRateLimits(known, params, LATER)).toBe(known);
});

test.each([-1, 1e15, 1e300])('a reset at second %d is no moment', (resetsAt) => {
  expect(withRateLimits([], told({ primary: { ...primary, resetsAt } }), AT)).toMatchObject([
    { primary: { resetsAt: null } },
  ]);
});
