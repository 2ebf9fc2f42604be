import { incompleteTail, lastLinesStart, readRange, withFile } from './log-bytes.ts';
import { stampedLine } from './log-stamp.ts';

export { logLines, progressLines } from './log-lines.ts';

/** How far back a preview looks: behind a longer block it shows nothing, and stays cheap. */
const PREVIEW_BYTES = 256 * 1024;

const BLOCK_TITLES = new Set(['Assistant message', 'Reasoning summary', 'Review output', 'Final output']);

/** From a byte on, or only the last lines; the whole file without either. */
export interface LogSelection {
  readonly fromByte?: number;
  readonly lastLines?: number;
}

/** `end` is the byte after `text`: read on from there. A character that is written only in part is left for then. */
export interface LogText {
  readonly text: string;
  readonly end: number;
}

/**
 * A log that does not exist is empty. Of a long one, no more is read than is asked for.
 * @throws FileRefused when it is no file.
 */
export function readLog(file: string, selection: LogSelection = {}): LogText {
  return withFile(file, { text: '', end: 0 }, (descriptor, size) => {
    const from = Math.min(size, Math.max(0, selection.fromByte ?? 0));
    const start =
      selection.lastLines === undefined ? from : Math.max(from, lastLinesStart(descriptor, size, selection.lastLines));
    const bytes = readRange(descriptor, start, size);
    const whole = bytes.subarray(0, bytes.length - incompleteTail(bytes));
    return { text: whole.toString('utf8'), end: start + whole.length };
  });
}

/**
 * The last `count` plain lines, without their time; titles and bodies of blocks are left out. None of a log
 * that cannot be read: the job is worth showing all the same.
 */
export function progressPreview(file: string, count: number): string[] {
  const text = previewText(file);
  const lines = text.split('\n').flatMap((line) => stampedLine(line)?.text ?? []);
  return count <= 0 ? [] : lines.filter((line) => !BLOCK_TITLES.has(line)).slice(-count);
}

function previewText(file: string): string {
  try {
    return withFile(file, '', (descriptor, size) =>
      readRange(descriptor, Math.max(0, size - PREVIEW_BYTES), size).toString('utf8'),
    );
  } catch {
    return '';
  }
}
