import { closeSync, constants, fstatSync, readSync, writeSync } from 'node:fs';
import type { LogRange } from '../contract/event.ts';
import { openRegularFile } from '../util/regular-file.ts';
import { isMissing } from './system-error.ts';

export { logLines, progressLines } from './log-lines.ts';

const CHUNK_BYTES = 64 * 1024;
const APPENDING = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT;

/** How far back a preview looks: behind a longer block it shows nothing, and stays cheap. */
const PREVIEW_BYTES = 256 * 1024;

const NEWLINE = 0x0a;
const STAMPED = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] (.+)$/u;
const BLOCK_TITLES = new Set(['Assistant message', 'Reasoning summary', 'Review output', 'Final output']);

/**
 * Appends to the log of one job, which is made (0600) by the first line. A log that cannot be written
 * never disturbs the job: the first error is reported, the lines are lost.
 */
export class JobLogWriter {
  readonly #file: string;
  readonly #onError: (error: unknown) => void;
  #open: { readonly descriptor: number; size: number } | undefined;
  #closed = false;
  #reported = false;

  constructor(file: string, onError: (error: unknown) => void = () => undefined) {
    this.#file = file;
    this.#onError = onError;
  }

  /** @returns where the text is in the file, in bytes: an empty range when it could not be written. */
  append(text: string): LogRange {
    const start = this.#open?.size ?? 0;
    if (this.#closed) return { start, end: start };
    try {
      return this.#append(Buffer.from(text, 'utf8'));
    } catch (error) {
      if (!this.#reported) this.#onError(error);
      this.#reported = true;
      const size = this.#open?.size ?? 0;
      return { start: size, end: size };
    }
  }

  close(): void {
    this.#closed = true;
    if (this.#open !== undefined) closeSync(this.#open.descriptor);
    this.#open = undefined;
  }

  #append(bytes: Buffer): LogRange {
    const open = this.#opened();
    this.#open = open;
    const start = open.size;
    for (let done = 0; done < bytes.length; ) {
      const written = writeSync(open.descriptor, bytes, done, bytes.length - done);
      done += written;
      open.size += written;
    }
    return { start, end: open.size };
  }

  #opened(): { readonly descriptor: number; size: number } {
    if (this.#open !== undefined) return this.#open;
    const descriptor = openRegularFile(this.#file, APPENDING, 0o600);
    return { descriptor, size: fstatSync(descriptor).size };
  }
}

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
  const lines = text.split('\n').flatMap((line) => STAMPED.exec(line)?.[1] ?? []);
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

function withFile<T>(file: string, absent: T, use: (descriptor: number, size: number) => T): T {
  let descriptor: number;
  try {
    descriptor = openRegularFile(file);
  } catch (error) {
    if (isMissing(error)) return absent;
    throw error;
  }
  try {
    return use(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

/** Where the last `count` lines begin, looked for from the end. A final newline ends the last line. */
function lastLinesStart(descriptor: number, size: number, count: number): number {
  if (count <= 0) return size;
  let missing = count;
  for (let end = size - 1; end > 0; ) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const chunk = readRange(descriptor, start, end);
    for (let at = chunk.lastIndexOf(NEWLINE); at >= 0; at = at === 0 ? -1 : chunk.lastIndexOf(NEWLINE, at - 1)) {
      missing -= 1;
      if (missing === 0) return start + at + 1;
    }
    end = start;
  }
  return 0;
}

function readRange(descriptor: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, end - start));
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, start + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** Bytes at the end that are the beginning of a UTF-8 character whose rest is not there yet. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}
