import type { WatchedJob } from '../../client/job-mirror.ts';
import { shortId } from '../../contract/ids.ts';
import { isFinished } from '../../contract/job.ts';
import { summaryOf } from '../../review/summary.ts';
import type { Paint } from '../../terminal/paint.ts';
import { fitted } from '../../terminal/text.ts';
import { formatClock } from '../../util/duration.ts';
import { oneLine } from '../../util/plain-text.ts';
import { doingOf, elapsedMs, endOf, kindOf, stateOf, tokensOf } from '../render/job-cells.ts';

/** Longest text of a cell that is looked at. */
const CELL_CHARS = 1_000;

/** A clock that has less than this left is worth a look. */
const URGENT_MS = 60_000;

/** What is in front of a row. */
const MARK = '› ';
const NO_MARK = '  ';

/** Below this width a narrower gap leaves room for another column. */
const WIDE = 60;

interface Column {
  readonly head: string;
  /** Cells: so many at least, then so many before others get more than they need, and so many at most. */
  readonly width: readonly [min: number, good: number, max: number];
  readonly align: 'left' | 'right';
  text(watched: WatchedJob, nowMs: number): string;
  tint?(watched: WatchedJob, paint: Paint): Tint | undefined;
}

type Tint = (text: string) => string;

const UNLIMITED = Number.POSITIVE_INFINITY;

const ID: Column = { head: 'JOB', width: [8, 8, 8], align: 'left', text: ({ job }) => shortId(job.id) };
const STATE: Column = { head: 'STATE', width: [9, 13, 13], align: 'left', text: stateOf, tint: stateTint };
const ELAPSED: Column = { head: 'TIME', width: [7, 7, 8], align: 'right', text: elapsedText };
const IDLE: Column = { head: 'IDLE', width: [5, 5, 7], align: 'right', text: idleText };
const END: Column = { head: 'ENDS', width: [11, 11, 13], align: 'left', text: endOf, tint: endTint };
const TOKENS: Column = { head: 'TOKENS', width: [6, 6, 6], align: 'right', text: ({ job }) => tokensOf(job) };
const DOING: Column = { head: 'DOING', width: [24, 40, UNLIMITED], align: 'left', text: doingOf };
const SUMMARY: Column = {
  head: 'SUMMARY',
  width: [24, 40, UNLIMITED],
  align: 'left',
  text: ({ job }) => summaryOf(job),
};
/** Both in one, where there is no room for two. */
const ABOUT: Column = {
  head: 'DOING',
  width: [12, 40, UNLIMITED],
  align: 'left',
  text: (watched, nowMs) => doingOf(watched, nowMs) || summaryOf(watched.job),
};

/** As wide as what is in it: the kinds of jobs seldom change. */
function kindColumn(jobs: readonly WatchedJob[]): Column {
  const width = Math.max('KIND'.length, ...jobs.map(({ job }) => kindOf(job).length));
  return { head: 'KIND', width: [width, width, width], align: 'left', text: ({ job }) => kindOf(job) };
}

/** Left to right; the first one that there is room for is taken, so what matters least goes first. */
function layoutsWith(kind: Column): ReadonlyArray<readonly Column[]> {
  return [
    [ID, kind, STATE, ELAPSED, IDLE, END, TOKENS, DOING, SUMMARY],
    [ID, kind, STATE, ELAPSED, IDLE, END, TOKENS, ABOUT],
    [ID, STATE, ELAPSED, IDLE, END, TOKENS, ABOUT],
    [ID, STATE, ELAPSED, IDLE, END, ABOUT],
    [ID, STATE, ELAPSED, END, ABOUT],
    [ID, STATE, ELAPSED, ABOUT],
    [ID, STATE, ELAPSED],
    [ID, STATE],
    [ID],
  ];
}

interface PlacedColumn {
  readonly column: Column;
  readonly width: number;
}

export interface TableOptions {
  readonly columns: number;
  readonly nowMs: number;
  readonly paint: Paint;
}

/** Rows of one width for these jobs. */
export class Table {
  readonly #options: TableOptions;
  readonly #gap: string;
  readonly #placed: readonly PlacedColumn[];

  constructor(jobs: readonly WatchedJob[], options: TableOptions) {
    this.#options = options;
    this.#gap = options.columns < WIDE ? ' ' : '  ';
    this.#placed = placed(layoutsWith(kindColumn(jobs)), options.columns - MARK.length, this.#gap.length);
  }

  head(): string {
    const { columns, paint } = this.#options;
    const heads = this.#placed.map(({ column, width }) => fitted(column.head, width, column.align));
    return paint.quiet(fitted(`${NO_MARK}${heads.join(this.#gap)}`, columns).trimEnd());
  }

  row(watched: WatchedJob, selected: boolean): string {
    const { paint } = this.#options;
    const cells = this.#placed.map(({ column, width }) => this.#cell(watched, column, width, selected));
    return `${selected ? paint.strong(MARK) : NO_MARK}${cells.join(this.#gap)}`;
  }

  #cell(watched: WatchedJob, column: Column, width: number, selected: boolean): string {
    const { paint, nowMs } = this.#options;
    const text = fitted(oneLine(column.text(watched, nowMs), CELL_CHARS), width, column.align);
    if (selected && column === ID) return paint.strong(text);
    const atRest = isFinished(watched.job) && !selected ? paint.quiet : undefined;
    const tint = column.tint?.(watched, paint) ?? atRest;
    return tint === undefined ? text : tint(text);
  }
}

/** The columns that there is room for: each grows to what is good for it, then to its limit; those without one share the rest. */
function placed(layouts: ReadonlyArray<readonly Column[]>, columns: number, gap: number): PlacedColumn[] {
  const widthOfAll = (layout: readonly Column[]) => columns - gap * (layout.length - 1);
  const layout = layouts.find((some) => sum(some.map(({ width: [min] }) => min)) <= widthOfAll(some)) ?? [ID];
  const room = widthOfAll(layout);
  const least = layout.map(({ width: [min] }) => min);
  const good = grown(least, (index) => layout[index]?.width[1] ?? 0, room);
  const open = layout.filter(isOpen).length;
  const full = grown(good, (index) => (isOpen(layout[index]) ? 0 : (layout[index]?.width[2] ?? 0)), room);
  const share = open === 0 ? 0 : Math.max(0, Math.floor((room - sum(full)) / open));
  return layout.map((column, index) => ({ column, width: (full[index] ?? 0) + (isOpen(column) ? share : 0) }));
}

/** Each up to its limit, from left to right, as long as there is room. */
function grown(widths: readonly number[], limitOf: (index: number) => number, room: number): number[] {
  let rest = Math.max(0, room - sum(widths));
  return widths.map((width, index) => {
    const more = Math.max(0, Math.min(limitOf(index) - width, rest));
    rest -= more;
    return width + more;
  });
}

function isOpen(column: Column | undefined): boolean {
  return column?.width[2] === UNLIMITED;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function elapsedText(watched: WatchedJob, nowMs: number): string {
  const ms = elapsedMs(watched, nowMs);
  return ms === null ? '' : formatClock(ms);
}

function idleText({ idleMs }: WatchedJob): string {
  return idleMs === null ? '' : formatClock(idleMs);
}

function stateTint({ job }: WatchedJob, paint: Paint) {
  if (job.status === 'failed') return paint.bad;
  if (job.status === 'completed') return paint.good;
  if (job.status === 'queued') return paint.quiet;
  return job.status === 'running' && job.questions.length > 0 ? paint.urgent : undefined;
}

function endTint({ job, clock }: WatchedJob, paint: Paint) {
  const soon = !isFinished(job) && clock !== null && clock.inMs < URGENT_MS;
  return soon && clock.name !== 'start' && clock.name !== 'stuck' ? paint.urgent : undefined;
}
