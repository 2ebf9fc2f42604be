import * as v from 'valibot';
import type { RateLimit, RateLimitWindow } from '../contract/rate-limit.ts';
import { RateLimitsNotification } from './notifications.ts';

type Told = v.InferOutput<typeof RateLimitsNotification>['rateLimits'];

/** Limits that are remembered, each by its id. Codex has had two at most. */
export const MAX_RATE_LIMITS = 16;

/** The last moment that has an ISO form, in seconds since 1970. */
const LAST_SECOND = 253_402_300_799;

/** What Codex has told of its account's limits, the last one it told of first. Pure: `at` is the moment of the news, ISO. */
export function withRateLimits(known: readonly RateLimit[], params: unknown, at: string): readonly RateLimit[] {
  const parsed = v.safeParse(RateLimitsNotification, params);
  if (!parsed.success) return known;
  const told = parsed.output.rateLimits;
  const before = known.find(({ limitId }) => limitId === told.limitId);
  const limit = merged(before, told, at);
  if (limit.primary === null && limit.secondary === null && limit.credits === null) return known;
  return [limit, ...known.filter((other) => other !== before)].slice(0, MAX_RATE_LIMITS);
}

/** An update leaves out what it has no news of. */
function merged(before: RateLimit | undefined, told: Told, at: string): RateLimit {
  return {
    limitId: told.limitId,
    limitName: told.limitName ?? before?.limitName ?? null,
    planType: told.planType ?? before?.planType ?? null,
    primary: windowOf(told.primary) ?? before?.primary ?? null,
    secondary: windowOf(told.secondary) ?? before?.secondary ?? null,
    credits: told.credits ?? before?.credits ?? null,
    updatedAt: at,
  };
}

function windowOf(told: Told['primary']): RateLimitWindow | null {
  if (told === null) return null;
  const { usedPercent, windowDurationMins, resetsAt } = told;
  return { usedPercent, windowDurationMins, resetsAt: resetsAt === null ? null : instantOf(resetsAt) };
}

function instantOf(seconds: number): string | null {
  return seconds >= 0 && seconds <= LAST_SECOND ? new Date(seconds * 1000).toISOString() : null;
}
