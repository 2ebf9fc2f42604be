import { summaryOf } from '../../review/summary.ts';
import { clipped, folded, widthOf } from '../../terminal/text.ts';
import { formatClock } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import { elapsedMs, shortId, stateOf } from '../render/job-cells.ts';
import type { LogText, Mode, WatchModel } from './model.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';

const LINE_CHARS = 1_000;

/** `[2026-01-01T12:34:56.789Z] ` in front of a line. */
const STAMP = /^\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\] /u;

/** Lines that the pane has besides those of the log: its own head, and the keys. */
export const LOG_FRAME = 2;

type LogMode = Extract<Mode, { id: 'log' }>;

/** The end of a job's log, or the place in it that was scrolled to. */
export function logPane(model: WatchModel, mode: LogMode, options: ScreenOptions): string[] {
  return [logHead(model, mode, options), ...lastLines(model.log, mode.end, options)];
}

function logHead({ jobs, log }: WatchModel, { jobId, end }: LogMode, { columns, nowMs, paint }: ScreenOptions): string {
  const watched = jobs.find(({ job }) => job.id === jobId);
  const below = end === null ? 0 : log.first + log.lines.length - end;
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
function lastLines({ first, lines }: LogText, end: number | null, options: ScreenOptions): string[] {
  const room = Math.max(0, options.rows - LOG_FRAME);
  const to = end === null ? lines.length : Math.max(0, end - first);
  const shown: string[] = [];
  for (let at = to - 1; at >= 0 && shown.length < room; at -= 1) {
    shown.unshift(...logLine(lines[at] ?? '', options));
  }
  return shown.slice(-room || shown.length);
}

/** The time of day, here, is enough on a screen; and the rest of a line is below its beginning. */
function logLine(line: string, { columns, paint }: ScreenOptions): string[] {
  const room = columns - INDENT.length;
  const [stamp, at] = STAMP.exec(line) ?? [];
  if (stamp === undefined || at === undefined) return folded(line, room).map((part) => `${INDENT}${part}`);
  const time = new Date(at).toTimeString().slice(0, 'hh:mm:ss'.length);
  const margin = time.length + 1;
  if (room < 3 * margin) return folded(line.slice(stamp.length), room).map((part) => `${INDENT}${part}`);
  const [begin = '', ...others] = folded(line.slice(stamp.length), room - margin);
  return [`${INDENT}${paint.quiet(time)} ${begin}`, ...others.map((part) => `${INDENT}${' '.repeat(margin)}${part}`)];
}
