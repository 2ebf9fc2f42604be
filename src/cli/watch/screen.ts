import { stripVTControlCharacters } from 'node:util';
import { clipped } from '../../terminal/text.ts';
import { oneLine } from '../../util/plain-text.ts';
import { detailLines } from './details.ts';
import { footer } from './footer.ts';
import { header, linkSentence } from './header.ts';
import { helpLines } from './help.ts';
import { emptyLines, jobLines, type Window, windowOf } from './list.ts';
import { logPane } from './log-pane.ts';
import type { WatchModel } from './model.ts';
import { selectedIndex } from './press.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';
import { Table } from './table.ts';

/** From this height on there is room for the heads of the columns, then for air, then for more of the selected job. */
const HEADED_ROWS = 6;
const AIRY_ROWS = 12;
const DETAILED_ROWS = 16;

/** Below this width not even the margins fit. */
const TINY_COLUMNS = 16;

const SENTENCE_CHARS = 1_000;

/** All that is drawn: `rows` lines, none of them wider than `columns`. */
export function screen(model: WatchModel, options: ScreenOptions): string[] {
  const { rows, columns } = options;
  const body = bodyOf(model, options);
  const above = rows - 1;
  const lines =
    rows < 2 ? body.slice(0, rows) : [...body.slice(0, above), ...blank(above - body.length), footer(model, options)];
  return columns < TINY_COLUMNS ? lines.map((line) => clipped(stripVTControlCharacters(line), columns)) : lines;
}

function bodyOf(model: WatchModel, options: ScreenOptions): string[] {
  const { mode } = model.ui;
  if (mode.id === 'log') return logPane(model, mode, options);
  if (mode.id === 'help') return [header(model, '', options), ...helpLines(options)];
  return tableBody(model, options);
}

function tableBody(model: WatchModel, options: ScreenOptions): string[] {
  const { rows, columns, paint } = options;
  const { jobs, ui } = model;
  const airy = rows >= AIRY_ROWS;
  const sentence = clipped(
    oneLine(jobs.length === 0 ? '' : linkSentence(model), SENTENCE_CHARS),
    columns - INDENT.length,
  );
  const air = airy ? [sentence === '' ? '' : `${INDENT}${paint.quiet(sentence)}`] : [];
  if (jobs.length === 0) return [header(model, '', options), ...air, ...emptyLines(options)];

  const table = new Table(jobs, options);
  const selected = jobs[selectedIndex(jobs, ui.selectedId)];
  const details = rows >= DETAILED_ROWS && selected !== undefined ? ['', ...detailLines(selected, options)] : [];
  const heads = rows >= HEADED_ROWS ? [table.head()] : [];
  const gap = airy ? 1 : 0;
  // Header and footer are always there.
  const room = Math.max(1, rows - 2 - air.length - heads.length - details.length - gap);
  const window = windowOf(model, room);
  const list = jobLines(model, window, airy, table);
  const used = 1 + air.length + heads.length + list.length + details.length;
  return [
    header(model, shownOf(window, jobs.length), options),
    ...air,
    ...heads,
    ...list,
    ...blank(rows - 1 - used),
    ...details,
  ];
}

function shownOf({ from, to }: Window, all: number): string {
  return to - from < all ? `${from + 1}–${to} of ${all}` : '';
}

function blank(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}
