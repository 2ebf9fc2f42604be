import type { RateLimit, RateLimitWindow } from '../../contract/rate-limit.ts';
import { formatMs } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import { momentText } from './moment.ts';

const MINUTE_MS = 60_000;
const LINE_CHARS = 500;

/** One line a limit: how much of each window is used, and when it begins anew. Of a window that has, nothing is known. */
export function rateLimitLines(limits: readonly RateLimit[], nowMs: number): string[] {
  return limits.flatMap((limit) => {
    const windows = [limit.primary, limit.secondary].flatMap((window) => windowText(window, nowMs));
    const parts = [...windows, ...creditText(limit)];
    return parts.length === 0 ? [] : [oneLine(`Usage limit${nameOf(limit)}: ${parts.join('; ')}`, LINE_CHARS)];
  });
}

/** Whoever has a plan has the limit `codex`; any other is worth its name. */
function nameOf({ limitId, limitName, planType }: RateLimit): string {
  const name = limitName ?? (limitId === 'codex' ? null : limitId);
  const names = [name, planType].filter((part) => part !== null);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function windowText(window: RateLimitWindow | null, nowMs: number): string[] {
  if (window === null) return [];
  const { usedPercent, windowDurationMins, resetsAt } = window;
  if (resetsAt !== null && Date.parse(resetsAt) <= nowMs) return [];
  const span = windowDurationMins === null ? '' : ` of ${formatMs(windowDurationMins * MINUTE_MS)}`;
  const reset = resetsAt === null ? '' : `, resets ${momentText(resetsAt, nowMs)}`;
  return [`${Math.round(usedPercent)}% used${span}${reset}`];
}

function creditText({ credits }: RateLimit): string[] {
  if (credits === null || !credits.hasCredits) return [];
  if (credits.unlimited) return ['unlimited credits'];
  return credits.balance === null ? [] : [`credits left: ${credits.balance}`];
}
