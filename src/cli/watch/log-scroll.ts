import type { LogPlace, LogText } from './model.ts';

/** How a log is shown: folded, in so many rows at once. */
export interface LogView {
  readonly page: number;
  rowsOf(line: string): number;
}

/** `by` rows below `end`, above it when that is negative. */
export function scrolled(log: LogText, end: LogPlace | null, by: number, view: LogView): LogPlace | null {
  const { line, rows } = placeIn(log, end, view) ?? { line: log.first + log.lines.length, rows: 0 };
  return placeIn(log, { line, rows: rows + by }, view);
}

/** `end`, or else the nearest place at which a whole page can be seen: a log grows, loses its oldest lines, and is folded anew. */
export function placeIn(log: LogText, end: LogPlace | null, view: LogView): LogPlace | null {
  if (end === null) return null;
  const top = counted(log, { line: log.first, rows: view.page }, view);
  const place = counted(log, end, view);
  if (top === null || place === null) return null;
  return isAbove(place, top) ? top : place;
}

/** The same place with fewer rows than its line has; null at the end of the log. */
function counted({ first, lines }: LogText, place: LogPlace, { rowsOf }: LogView): LogPlace | null {
  const last = first + lines.length;
  const rowsAt = (line: number) => rowsOf(lines[line - first] ?? '');
  let { line, rows } = place;
  while (rows < 0 && line > first) {
    line -= 1;
    rows += rowsAt(line);
  }
  while (line < last && rows >= rowsAt(line)) {
    rows -= rowsAt(line);
    line += 1;
  }
  return line < last ? { line, rows } : null;
}

function isAbove(place: LogPlace, other: LogPlace): boolean {
  return place.line < other.line || (place.line === other.line && place.rows < other.rows);
}
