import { closeSync, constants, fstatSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { LogRange } from '../contract/event.ts';
import { renameFile } from '../util/directory-entry.ts';
import { isThere } from '../util/is-there.ts';
import { openRegularFile } from '../util/regular-file.ts';
import { readRange } from './log-bytes.ts';
import { olderPartOf } from './log-place.ts';

/**
 * A job's log takes no more room: beyond a half of it the log is begun anew, and what it held until then is its older
 * part, in place of an earlier one. A text is never divided, so one that is longer makes its part as long as itself.
 */
export const MAX_LOG_BYTES = 64 * 1024 * 1024;

const APPENDING = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;

interface Part {
  readonly descriptor: number;
  readonly isWhole: boolean;
  size: number;
}

export interface LogWriterOptions {
  readonly onError?: (error: unknown) => void;
  readonly maxBytes?: number;
}

/**
 * Appends to the log of one job, which is made (0600) by the first line. A log that cannot be written
 * never disturbs the job: the first error is reported, the lines are lost.
 */
export class JobLogWriter {
  readonly #file: string;
  readonly #onError: (error: unknown) => void;
  readonly #partBytes: number;
  #open: Part | undefined;
  #closed = false;
  #reported = false;

  constructor(file: string, { onError = () => undefined, maxBytes = MAX_LOG_BYTES }: LogWriterOptions = {}) {
    this.#file = file;
    this.#onError = onError;
    this.#partBytes = maxBytes / 2;
  }

  /**
   * @returns where the text is in the file, in bytes: an empty range when it could not be written. Null once the log has
   * an older part: a number of bytes does not say which part it means.
   */
  append(text: string): LogRange | null {
    const start = this.#open?.size ?? 0;
    if (this.#closed) return { start, end: start };
    try {
      return this.#append(Buffer.from(text, 'utf8'));
    } catch (error) {
      if (!this.#reported) this.#onError(error);
      this.#reported = true;
      const size = this.#open?.size ?? 0;
      // What was written of it is looked at when the file is opened again.
      this.#closePart();
      return { start: size, end: size };
    }
  }

  close(): void {
    this.#closed = true;
    this.#closePart();
  }

  #append(bytes: Buffer): LogRange | null {
    let part = this.#opened();
    if (part.size > 0 && part.size + bytes.length > this.#partBytes) part = this.#begunAnew();
    const start = part.size;
    write(part, bytes);
    return part.isWhole ? { start, end: part.size } : null;
  }

  #begunAnew(): Part {
    const older = olderPartOf(this.#file);
    const dropped = isThere(older) ? '; what was there before has been dropped' : '';
    this.#closePart();
    renameFile(this.#file, older);
    const part = this.#opened();
    const line = `The log was too long and goes on here: what came before is in "${path.basename(older)}"${dropped}.`;
    write(part, Buffer.from(`[${new Date().toISOString()}] ${line}\n`));
    return part;
  }

  #opened(): Part {
    if (this.#open !== undefined) return this.#open;
    const descriptor = openRegularFile(this.#file, APPENDING, 0o600);
    const isWhole = !isThere(olderPartOf(this.#file));
    const part = { descriptor, isWhole, size: fstatSync(descriptor).size };
    this.#open = part;
    // A disk that was full, or a broker that was killed, can have left half a line: ours begins on its own.
    if (!endsLine(part)) write(part, Buffer.from('\n'));
    return part;
  }

  #closePart(): void {
    if (this.#open !== undefined) closeSync(this.#open.descriptor);
    this.#open = undefined;
  }
}

function write(part: Part, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    const written = writeSync(part.descriptor, bytes, done, bytes.length - done);
    done += written;
    part.size += written;
  }
}

function endsLine({ descriptor, size }: Part): boolean {
  return size === 0 || readRange(descriptor, size - 1, size).toString() === '\n';
}
