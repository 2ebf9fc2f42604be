import { isJobId } from '../contract/ids.ts';
import type { FinishedJob } from '../contract/job.ts';
import type { Usage } from '../contract/usage.ts';
import { sha256Hex } from '../util/sha256.ts';

// <completedAt, base 36 ms>.<session>.<tokens>.<id>.json: names sort by completion, and say whose the job was and what it used
// before it is opened. One that has told of no tokens has none in its name. The first records had no session there, either.
const FINISHED = /^([0-9a-z]{9})\.(?:([0-9a-z]{1,8})\.)?(?:([0-9a-z]+(?:-[0-9a-z]+){5})\.)?([^.]+)\.json$/u;

const NO_SESSION = '0';
const TAG_CHARS = 8;

/** What the name of a finished record says of its job. */
export interface FinishedEntry {
  readonly name: string;
  readonly id: string;
  readonly completedAtMs: number;
  /** Null when only the record knows. */
  readonly sessionTag: string | null;
  /** Null when the job has told of none, or only the record knows. {@link usageIn} reads it. */
  readonly tokens: string | null;
}

export function finishedName(job: FinishedJob): string {
  const completedAtMs = Math.max(0, Date.parse(job.completedAt));
  const { usage } = job.work;
  const tokens = usage === null ? [] : [tokensText(usage)];
  return [completedAtMs.toString(36).padStart(9, '0'), sessionTagOf(job.sessionId), ...tokens, job.id, 'json'].join(
    '.',
  );
}

/** Null for a name that no finished record has. */
export function parseFinishedName(name: string): FinishedEntry | null {
  const [, completed = '', sessionTag = null, tokens = null, id = ''] = FINISHED.exec(name) ?? [];
  if (!isJobId(id)) return null;
  return { name, id, completedAtMs: Number.parseInt(completed, 36), sessionTag, tokens };
}

/** Whole numbers in base 36, in a fixed order. What is no number of tokens must not make a name too long for a file. */
function tokensText(usage: Usage): string {
  const { totalTokens, inputTokens, cachedInputTokens, cacheWriteInputTokens, outputTokens, reasoningOutputTokens } =
    usage;
  return [totalTokens, inputTokens, cachedInputTokens, cacheWriteInputTokens, outputTokens, reasoningOutputTokens]
    .map((tokens) => Math.min(Math.max(0, Math.round(tokens)), Number.MAX_SAFE_INTEGER).toString(36))
    .join('-');
}

/** The `tokens` of a {@link FinishedEntry}. */
export function usageIn(tokens: string): Usage {
  const numbers = tokens.split('-').map((digits) => Number.parseInt(digits, 36));
  const [total = 0, input = 0, cachedInput = 0, cacheWriteInput = 0, output = 0, reasoningOutput = 0] = numbers;
  return {
    totalTokens: total,
    inputTokens: input,
    cachedInputTokens: cachedInput,
    cacheWriteInputTokens: cacheWriteInput,
    outputTokens: output,
    reasoningOutputTokens: reasoningOutput,
  };
}

/** Short, and the same for few sessions: who shares a tag is told apart by the records. */
export function sessionTagOf(sessionId: string | null): string {
  if (sessionId === null) return NO_SESSION;
  return sha256Hex(sessionId).slice(0, TAG_CHARS);
}
