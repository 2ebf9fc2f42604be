import type { FaultData } from '../contract/fault.ts';
import type { RateLimit } from '../contract/rate-limit.ts';

const MINUTE_MS = 60_000;

/** A failed turn whose usage limit is known to end at `comeBackAt` (ISO). */
export interface LimitedFault extends FaultData {
  readonly comeBackAt?: string;
}

/**
 * When to come back after a usage limit. What Codex's error says of it is a sentence, in local time and without the
 * seconds: "try again at 4:25 AM". Where it says nothing, the windows of `limit` that are used up do: what Codex has
 * last told of, which for this error is in the headers of the very answer.
 */
export function withComeBack(fault: FaultData, limit: RateLimit | null, nowMs: number): LimitedFault {
  if (fault.reason !== 'usage_limit') return fault;
  const resets = usedUpUntil(limit, nowMs);
  const said = minuteSaid(fault.message, nowMs);
  if (said !== null) {
    // Not before the end of the minute, unless the second is known.
    const exact = resets.find((atMs) => atMs >= said && atMs < said + MINUTE_MS);
    return { ...fault, comeBackAt: new Date(exact ?? said + MINUTE_MS).toISOString() };
  }
  if (resets.length === 0) return fault;
  const comeBack = new Date(Math.max(...resets));
  const end = /[.!?]$/u.test(fault.message) ? '' : '.';
  const message = `${fault.message}${end} Come back at ${localMinute(comeBack)}.`;
  return { ...fault, message, comeBackAt: comeBack.toISOString() };
}

function usedUpUntil(limit: RateLimit | null, nowMs: number): number[] {
  const windows = [limit?.primary ?? null, limit?.secondary ?? null];
  return windows.flatMap((window) => {
    if (window === null || window.resetsAt === null || window.usedPercent < 100) return [];
    const atMs = Date.parse(window.resetsAt);
    return atMs > nowMs ? [atMs] : [];
  });
}

const SAID =
  /\btry again at (?:(?<month>[a-z]{3}) (?<day>\d{1,2})[a-z]{2}, (?<year>\d{4}) )?(?<hour>\d{1,2}):(?<minute>\d\d) (?<half>[ap]m)\b/iu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The beginning of the minute that the sentence names, in milliseconds since 1970; null when it names none. */
function minuteSaid(sentence: string, nowMs: number): number | null {
  const said = SAID.exec(sentence)?.groups;
  if (said === undefined) return null;
  const { month, day, year, hour, minute, half } = said;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  // Codex leaves out the date of today.
  if (month === undefined) return new Date(nowMs).setHours(hours, Number(minute), 0, 0);
  const monthIndex = MONTHS.indexOf(month.toLowerCase());
  return monthIndex < 0 ? null : new Date(Number(year), monthIndex, Number(day), hours, Number(minute)).getTime();
}

/** `2026-11-25 04:26 (UTC+01:00)`, on this machine's clock. */
function localMinute(at: Date): string {
  const offset = -at.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const local = new Date(at.getTime() + offset * MINUTE_MS).toISOString();
  const zone = `${sign}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)} (UTC${zone})`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
