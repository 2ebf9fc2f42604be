import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { plainText } from '../util/plain-text.ts';

/** Stands for what was cut off; takes one cell. */
const CUT = '…';

/** What a tab looks like, wherever it stands. */
const TAB = '    ';

const graphemes = new Intl.Segmenter();

/** The cells that `text` takes on a terminal: a wide character takes two, one that joins another none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/**
 * `text`, which is plain, in at most `columns` cells, with a mark where something was cut off. Measured as it is cut:
 * with two libraries for the two, they differ about the width of some characters. To measure is dear: where the end is
 * cut off, no more of it is looked at than is shown.
 */
export function clipped(text: string, columns: number, cut: 'start' | 'end' = 'end'): string {
  if (columns <= 0) return '';
  if (text.length <= columns && widthOf(text) <= columns) return text;
  const segments = graphemes.segment(text);
  let width = 0;
  let looked = 0;
  // So many characters leave a cell for the mark.
  let kept = 0;
  for (const { segment } of cut === 'end' ? segments : Array.from(segments).reverse()) {
    width += widthOf(segment);
    if (width > columns)
      return cut === 'end' ? `${text.slice(0, kept)}${CUT}` : `${CUT}${text.slice(text.length - kept)}`;
    looked += segment.length;
    if (width < columns) kept = looked;
  }
  return text;
}

/** `text` in exactly `columns` cells. */
export function fitted(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const short = clipped(text, columns);
  const space = ' '.repeat(Math.max(0, columns - widthOf(short)));
  return align === 'left' ? `${short}${space}` : `${space}${short}`;
}

/** One line of somebody else's as the lines of `columns` cells that it takes; an empty one takes one, too. */
export function folded(line: string, columns: number): string[] {
  const rows = wrapAnsi(printable(line), Math.max(1, columns), { hard: true, trim: false }).split('\n');
  // Without the space at which a row was broken, if there was no room for it there.
  return rows.map((row, index) => (index === 0 ? row : row.replace(/^ /u, '')));
}

/** A line that is as wide as it looks: nothing in it moves the cursor. */
export function printable(line: string): string {
  return plainText(line)
    .replaceAll('\t', TAB)
    .replaceAll(/[\n\u2028\u2029]/gu, ' ');
}
