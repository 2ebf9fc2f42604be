import ms from 'ms';
import { MAX_DURATION_MS } from '../contract/job.ts';
import { type Reading, refused } from './reading.ts';

/** A duration as a person writes it: `90s`, `45m`, `1.5h`, or a bare number of milliseconds. */
export function readDuration(text: string, maxMs: number = MAX_DURATION_MS): Reading<number> {
  const value = /^\d+$/u.test(text) ? Number(text) : parseUnits(text);
  if (value === undefined || !Number.isFinite(value) || value < 0 || value > maxMs)
    return refused(`is not a duration from 0 to ${maxMs} ms (write 90s, 45m, 1.5h, or milliseconds)`);
  return { ok: true, value: Math.round(value) };
}

function parseUnits(text: string): number | undefined {
  return isUnitText(text) ? ms(text) : undefined;
}

function isUnitText(text: string): text is ms.StringValue {
  return /^\d+(?:\.\d+)?\s*(?:ms|s|sec|secs|m|min|mins|h|hr|hrs|d)$/iu.test(text);
}

export const DAY_MS = 86_400_000;

const UNITS = [
  ['d', DAY_MS],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** The shortest text that is read as exactly this duration. */
export function writeDuration(value: number): string {
  if (value === 0) return '0';
  const [unit, size] = UNITS.find(([, size]) => value % size === 0) ?? ['ms', 1];
  return `${value / size}${unit}`;
}
