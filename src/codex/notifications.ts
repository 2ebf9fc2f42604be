import * as v from 'valibot';
import { FiniteNumberSchema } from '../contract/finite-number.ts';
import { fieldsOf } from './fields.ts';
import { IdSchema } from './id.ts';

const OptionalText = v.nullish(v.string(), null);
const OptionalId = v.nullish(IdSchema, null);
const Count = v.nullish(FiniteNumberSchema, 0);

/** Whose notification it is. Everything about a turn names its thread; the turn may be left out. */
const address = { threadId: IdSchema, turnId: OptionalId };

const TurnErrorSchema = v.object({
  message: v.nullish(v.string(), 'no reason was given'),
  codexErrorInfo: v.optional(v.unknown()),
  additionalDetails: OptionalText,
});
export type TurnError = v.InferOutput<typeof TurnErrorSchema>;

// An unreadable field must not hide that the turn has ended.
const Turn = v.object({
  id: v.fallback(IdSchema, ''),
  rootTurnId: v.fallback(OptionalId, null),
  status: v.fallback(OptionalText, null),
  error: v.fallback(v.nullish(TurnErrorSchema, null), null),
  items: v.fallback(v.nullish(v.array(v.unknown()), []), []),
});
export type Turn = v.InferOutput<typeof Turn>;

export const TurnNotification = v.object({ threadId: IdSchema, turn: Turn });

/** The item itself is read by `parseItem`, so that one that cannot be read still counts as progress. */
export const ItemNotification = v.object({ ...address, item: v.unknown() });

export const DeltaNotification = v.object(address);

export const MessageDeltaNotification = v.object({
  ...address,
  itemId: v.fallback(OptionalId, null),
  delta: v.fallback(v.string(), ''),
});

const Tokens = v.object({
  totalTokens: Count,
  inputTokens: Count,
  cachedInputTokens: Count,
  cacheWriteInputTokens: Count,
  outputTokens: Count,
  reasoningOutputTokens: Count,
});
const NONE = {};

/** `total` is of the thread, whatever turns and processes it has had; `last` of its last call of the model. */
export const UsageNotification = v.object({
  ...address,
  tokenUsage: v.object({ total: Tokens, last: v.optional(Tokens, NONE) }),
});

const SECONDS = v.nullish(FiniteNumberSchema, null);
const Window = v.nullish(
  v.object({ usedPercent: FiniteNumberSchema, windowDurationMins: SECONDS, resetsAt: SECONDS }),
  null,
);

/** What is null in it has not changed. `resetsAt` is in seconds since 1970. */
export const RateLimitsNotification = v.object({
  rateLimits: v.object({
    limitId: OptionalText,
    limitName: OptionalText,
    planType: OptionalText,
    primary: Window,
    secondary: Window,
    credits: v.nullish(v.object({ hasCredits: v.boolean(), unlimited: v.boolean(), balance: OptionalText }), null),
  }),
});

export const ErrorNotification = v.object({
  ...address,
  error: TurnErrorSchema,
  willRetry: v.nullish(v.boolean(), false),
});

export const WarningNotification = v.object({ threadId: OptionalText, message: v.string() });

export const NoticeNotification = v.object({ summary: v.string(), details: OptionalText });

export const ReroutedNotification = v.object({
  ...address,
  fromModel: v.string(),
  toModel: v.string(),
  reason: OptionalText,
});

export const McpStatusNotification = v.object({
  threadId: OptionalText,
  name: v.string(),
  status: OptionalText,
  error: OptionalText,
});

export const ThreadNotification = v.object({ threadId: v.string() });

/** The Codex thread that a notification or an answer is about; null where it does not say. Cheap, and never fails. */
export function threadIdOf(params: unknown): string | null {
  const { threadId, thread } = fieldsOf(params);
  return textOf(threadId) ?? textOf(fieldsOf(thread)['id']);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
