import * as v from 'valibot';
import { FiniteNumberSchema } from './finite-number.ts';

/** Tokens, as the app-server counts them. Cached ones are among those of the input, reasoning among those of the output. */
export const UsageSchema = v.object({
  totalTokens: FiniteNumberSchema,
  inputTokens: FiniteNumberSchema,
  cachedInputTokens: FiniteNumberSchema,
  cacheWriteInputTokens: v.optional(FiniteNumberSchema, 0),
  outputTokens: FiniteNumberSchema,
  reasoningOutputTokens: FiniteNumberSchema,
});
export type Usage = v.InferOutput<typeof UsageSchema>;

export const NO_TOKENS: Usage = {
  totalTokens: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteInputTokens: 0,
  outputTokens: 0,
  reasoningOutputTokens: 0,
};

export function addUsage(a: Usage, b: Usage): Usage {
  return combine(a, b, (one, other) => one + other);
}

/** What a counter has grown by: never below 0, whatever it did. */
export function usageSince(now: Usage, before: Usage): Usage {
  return combine(now, before, (one, other) => Math.max(0, one - other));
}

function combine(a: Usage, b: Usage, op: (one: number, other: number) => number): Usage {
  return {
    totalTokens: op(a.totalTokens, b.totalTokens),
    inputTokens: op(a.inputTokens, b.inputTokens),
    cachedInputTokens: op(a.cachedInputTokens, b.cachedInputTokens),
    cacheWriteInputTokens: op(a.cacheWriteInputTokens, b.cacheWriteInputTokens),
    outputTokens: op(a.outputTokens, b.outputTokens),
    reasoningOutputTokens: op(a.reasoningOutputTokens, b.reasoningOutputTokens),
  };
}
