import { shortId } from '../../contract/ids.ts';
import { summaryOf } from '../../review/summary.ts';
import { stampedLine } from '../../status/log-stamp.ts';
import { clipped, folded, widthOf } from '../../terminal/text.ts';
import { formatClock } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import { elapsedMs, stateOf } from '../render/job-cells.ts';
import { type LogView, placeIn } from './log-scroll.ts';
import type { LogPlace, LogText, Mode, WatchModel } from './model.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';

const LINE_CHARS = 1_000;

/** Rows that the screen has besides those of the log: the head of the pane, and the keys. */
const LOG_FRAME = 2;

type LogMode = Extract<Mode, { id: 'log' }>;

/** How a log is shown on a screen of this size. */
export function logViewOf(options: ScreenOptions): LogView {
  return { page: Math.max(1, options.rows - LOG_FRAME), rowsOf: (line) => logLine(line, options).length };
}

/** The end of a job's log, or the place in it that was scrolled to. */
export function logPane(model: WatchModel, mode: LogMode, options: ScreenOptions): string[] {
  const end = placeIn(model.log, mode.end, logViewOf(options));
  return [logHead(model, { ...mode, end }, options), ...rowsAbove(model.log, end, options)];
}

function logHead({ jobs, log }: WatchModel, { jobId, end }: LogMode, { columns, nowMs, paint }: ScreenOptions): string {
  const watched = jobs.find(({ job }) => job.id === jobId);
  const below = end === null ? 0 : log.first + log.lines.length - end.line;
  const where = below === 0 ? '' : `${below} more below`;
  const room = columns - INDENT.length;
  const about = watched === undefined ? jobId : headOf(watched, nowMs);
  const left = clipped(oneLine(about, LINE_CHARS), room - (where === '' ? 0 : widthOf(where) + INDENT.length));
  const space = ' '.repeat(Math.max(0, room - widthOf(left) - widthOf(where)));
  return `${INDENT}${paint.strong(left)}${space}${paint.quiet(clipped(where, room))}`;
}

function headOf(watched: WatchModel['jobs'][number], nowMs: number): string {
  const ms = elapsedMs(watched, nowMs);
  const time = ms === null ? '' : ` ${formatClock(ms)}`;
  return `${shortId(watched.job.id)} ${stateOf(watched)}${time} · ${summaryOf(watched.job)}`;
}

/** Folded from the last one up: only what is on the screen is looked at. */
function rowsAbove({ first, lines }: LogText, end: LogPlace | null, options: ScreenOptions): string[] {
  const { page } = logViewOf(options);
  const to = end === null ? lines.length : end.line - first;
  const shown = end === null ? [] : logLine(lines[to] ?? '', options).slice(0, end.rows);
  for (let at = to - 1; at >= 0 && shown.length < page; at -= 1) {
    shown.unshift(...logLine(lines[at] ?? '', options));
  }
  return shown.slice(-page);
}

/** The time of day, here, is enough on a screen; and the rest of a line is below its beginning. */
function logLine(line: string, { columns, paint }: ScreenOptions): string[] {
  const room = columns - INDENT.length;
  const stamped = stampedLine(line);
  const text = stamped?.text ?? line;
  const margin = 'hh:mm:ss '.length;
  if (stamped === null || room < 3 * margin) return folded(text, room).map((part) => `${INDENT}${part}`);
  const time = new Date(stamped.time).toTimeString().slice(0, margin - 1);
  const [begin = '', ...others] = folded(text, room - margin);
  return [`${INDENT}${paint.quiet(time)} ${begin}`, ...others.map((part) => `${INDENT}${' '.repeat(margin)}${part}`)];
}
