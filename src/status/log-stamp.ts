import { readRange } from './log-bytes.ts';

// A body that quotes a log has such lines, too: they count as lines of their own, which does no harm.
const STAMPED = /^\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\] (.*)$/su;

const LOOK_BYTES = 64 * 1024;

/** As much of a line has its time, and the title of a block. */
const BEGINNING_BYTES = 256;

/** A line of a log with its time (ISO), apart. */
export interface Stamped {
  readonly time: string;
  readonly text: string;
}

/** Null for a line of a block's body: those have no time of their own. */
export function stampedLine(line: string): Stamped | null {
  const [, time, text] = STAMPED.exec(line) ?? [];
  return time === undefined || text === undefined ? null : { time, text };
}

/** The last line with a time that begins before `byte`; null when there is none. Of a long line, the beginning. */
export function stampedLineBefore(descriptor: number, byte: number): Stamped | null {
  for (let to = byte; to > 0; ) {
    const from = Math.max(0, to - LOOK_BYTES);
    const text = readRange(descriptor, from, Math.min(byte, to + BEGINNING_BYTES)).toString('utf8');
    const lines = text.split('\n');
    // Where the first one begins is not known, unless the file begins there.
    if (from > 0) lines.shift();
    for (const line of lines.reverse()) {
      const stamped = stampedLine(line);
      if (stamped !== null) return stamped;
    }
    to = from;
  }
  return null;
}
