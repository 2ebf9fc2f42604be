import { InvalidArgumentError } from 'commander';
import { readDuration } from '../../config/duration.ts';
import { MAX_KEEP_MS } from '../../config/settings-table.ts';

const AGO = /^\d[\d.]*\s*[a-z]+$/iu;
const TIME_OF_DAY = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/u;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/u;
const DATE_AND_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)$/iu;

const FORMS = 'Give how long ago (10m, 2h), a time of day (14:05), or a date and time (2026-01-31T14:05)';

/** For commander: from which moment on, as an ISO instant. */
export function sinceArgument(text: string): string {
  const now = new Date();
  const moment = momentOf(text.trim(), now);
  if (moment === null) throw new InvalidArgumentError(FORMS);
  if (moment > now) throw new InvalidArgumentError('That is still to come');
  return moment.toISOString();
}

/**
 * The moment that `text` says, in the time zone of this machine unless it names one; null when it says none. A time of
 * day that is still to come is yesterday's.
 */
export function momentOf(text: string, now: Date): Date | null {
  const moment = AGO.test(text) ? ago(text, now) : (timeOfDay(text, now) ?? date(text) ?? dateAndTime(text));
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}

function ago(text: string, now: Date): Date | null {
  const reading = readDuration(text, MAX_KEEP_MS);
  return reading.ok ? new Date(now.getTime() - reading.value) : null;
}

function timeOfDay(text: string, now: Date): Date | null {
  const [, hours = 0, minutes = 0, seconds = 0] = (TIME_OF_DAY.exec(text) ?? []).map((part = '0') => Number(part));
  if (!TIME_OF_DAY.test(text) || hours > 23 || minutes > 59 || seconds > 59) return null;
  const today = new Date(now);
  today.setHours(hours, minutes, seconds, 0);
  if (today > now) today.setDate(today.getDate() - 1);
  return today;
}

/** Its beginning, here: to JavaScript a date alone would be one of Greenwich. */
function date(text: string): Date | null {
  const [, year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).map(Number);
  if (!DATE.test(text)) return null;
  const beginning = new Date(year, month - 1, day);
  // The 31st of February would be a day in March.
  return beginning.getMonth() === month - 1 && beginning.getDate() === day ? beginning : null;
}

function dateAndTime(text: string): Date | null {
  const [, day, time] = DATE_AND_TIME.exec(text) ?? [];
  return day === undefined || time === undefined || date(day) === null ? null : new Date(`${day}T${time}`);
}
