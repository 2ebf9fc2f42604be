import { formatMs } from '../../util/duration.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE_MS = 60_000;

/** An ISO instant in local time, and how far it is: `14:05 (in 1h 2m)`, `28 Nov 02:25 (3d ago)`. `nowMs` is wall-clock time. */
export function momentText(instant: string, nowMs: number): string {
  return `${localTime(new Date(instant), new Date(nowMs))} (${fromNow(instant, nowMs)})`;
}

/** `in 1h 2m`, `3d ago`: to the minute, unless it is nearer than that. */
export function fromNow(instant: string, nowMs: number): string {
  const ms = Date.parse(instant) - nowMs;
  const far = Math.abs(ms) >= MINUTE_MS ? Math.round(Math.abs(ms) / MINUTE_MS) * MINUTE_MS : Math.abs(ms);
  return ms < 0 ? `${formatMs(far)} ago` : `in ${formatMs(far)}`;
}

function localTime(at: Date, now: Date): string {
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === now.toDateString()) return time;
  const year = at.getFullYear() === now.getFullYear() ? '' : ` ${at.getFullYear()}`;
  return `${at.getDate()} ${MONTHS[at.getMonth()]}${year} ${time}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
