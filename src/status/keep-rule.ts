import type { FinishedEntry } from './finished-name.ts';

/** What keeps a finished job: either is enough. Null keeps none. */
export interface KeepRule {
  /** It is among so many newest ones. */
  readonly newest: number | null;
  /** It ended within this time. */
  readonly withinMs: number | null;
  /** It ended within this time, and nobody has read its result. */
  readonly unreadWithinMs: number | null;
}

/** The rule of the settings: 0 of either keeps all. */
export function keepRuleOf({ keepJobs, keepMs }: { readonly keepJobs: number; readonly keepMs: number }): KeepRule {
  const keepsAll = keepJobs === 0 || keepMs === 0;
  return { newest: keepsAll ? Number.POSITIVE_INFINITY : keepJobs, withinMs: keepMs, unreadWithinMs: null };
}

/** A job that has just ended is kept by every rule: whoever waited for it is about to read it. */
export const JUST_ENDED_MS = 60_000;

export interface Judged {
  /** Oldest first. */
  readonly removable: readonly FinishedEntry[];
  readonly kept: number;
  /** How many of `kept` are there only because nobody has read them. */
  readonly keptUnread: number;
}

/**
 * @param entries newest first
 * @param seen whose result was read
 */
export function judge(
  entries: Iterable<FinishedEntry>,
  rule: KeepRule,
  seen: ReadonlySet<string>,
  nowMs: number,
): Judged {
  const removable: FinishedEntry[] = [];
  let [position, keptUnread] = [0, 0];
  for (const entry of entries) {
    const ageMs = nowMs - entry.completedAtMs;
    const isNew = position < (rule.newest ?? 0) || ageMs < Math.max(JUST_ENDED_MS, rule.withinMs ?? 0);
    const isUnread = ageMs < (rule.unreadWithinMs ?? 0) && !seen.has(entry.id);
    if (!isNew && !isUnread) removable.push(entry);
    if (!isNew && isUnread) keptUnread += 1;
    position += 1;
  }
  return { removable: removable.reverse(), kept: position - removable.length, keptUnread };
}
