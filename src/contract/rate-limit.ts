import * as v from 'valibot';
import { FiniteNumberSchema } from './finite-number.ts';
import { InstantSchema } from './instant.ts';

const Text = v.nullable(v.string());

/** How much of what may be used in a span of time is used, and when it begins anew. */
export const RateLimitWindowSchema = v.object({
  usedPercent: FiniteNumberSchema,
  windowDurationMins: v.nullable(FiniteNumberSchema),
  resetsAt: v.nullable(InstantSchema),
});
export type RateLimitWindow = v.InferOutput<typeof RateLimitWindowSchema>;

/** One limit of the account that Codex is logged in with, as Codex last told of it. Null is what it has not told. */
export const RateLimitSchema = v.object({
  limitId: Text,
  limitName: Text,
  planType: Text,
  primary: v.nullable(RateLimitWindowSchema),
  secondary: v.nullable(RateLimitWindowSchema),
  credits: v.nullable(v.object({ hasCredits: v.boolean(), unlimited: v.boolean(), balance: Text })),
  updatedAt: InstantSchema,
});
export type RateLimit = v.InferOutput<typeof RateLimitSchema>;
