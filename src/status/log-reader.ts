import { closeSync, fstatSync } from 'node:fs';
import { openRegularFile } from '../util/regular-file.ts';
import { isMissing } from '../util/system-error.ts';
import { incompleteTail, lastLinesStart, newlinesIn, readRange } from './log-bytes.ts';
import { olderPartOf } from './log-place.ts';
import { type Stamped, stampedLineBefore } from './log-stamp.ts';

/** No more of a log than this is in memory at once, however long it is. */
export const MAX_READ_BYTES = 128 * 1024;

interface Part {
  readonly descriptor: number;
  readonly inode: number;
  /** The part that it was begun after, where that is known. */
  readonly after?: number;
}

/** What has come since the last look. */
export interface NewText {
  /** At most {@link MAX_READ_BYTES} of it; '' when there is no more by now. */
  readonly text: string;
  /** Something between this text and the last one may be gone: the log was begun anew more than once since. */
  readonly gap: boolean;
}

/**
 * Reads the log of a job bit by bit, both parts of it, across the moments at which it is begun anew. The parts that are
 * still to be read stay open: as long as they are, no other file can be taken for them, and they can be read wherever
 * they went.
 */
export class JobLogReader {
  readonly #file: string;
  #lastLines: number | undefined;
  #head: Stamped | null = null;
  // Oldest first; the first one is being read, from this byte on.
  #parts: readonly Part[] = [];
  #byte = 0;

  /** @param lastLines where to begin; at the beginning without it. */
  constructor(file: string, lastLines?: number) {
    this.#file = file;
    this.#lastLines = lastLines;
  }

  /** @throws FileRefused when the log is no file. */
  next(): NewText {
    this.#look();
    let gap = false;
    for (;;) {
      const [part, following] = this.#parts;
      if (part === undefined) return { text: '', gap };
      const text = this.#readOn(part, following === undefined);
      if (text !== '' || following === undefined) return { text, gap };
      gap ||= following.after !== part.inode;
      this.#beginAt(1, 0);
    }
  }

  /** When the first text begins in the middle of a block: the line that the block begins with. Known once there is text. */
  get head(): Stamped | null {
    return this.#head;
  }

  close(): void {
    for (const part of this.#parts) closeSync(part.descriptor);
    this.#parts = [];
  }

  /** Of what was to be read next and has been dropped meanwhile nothing is kept: it would take room on the disk. */
  #look(): void {
    const seen = partsOf(this.#file);
    const [current, ...rest] = this.#parts;
    const kept = [...(current === undefined ? [] : [current]), ...rest.filter((part) => indexIn(seen, part) >= 0)];
    const fresh = seen.slice(indexIn(seen, kept.at(-1)) + 1);
    const parts = [...kept, ...fresh];
    for (const part of [...rest, ...seen]) if (!parts.includes(part)) closeSync(part.descriptor);
    this.#parts = parts;
    if (current === undefined && this.#lastLines !== undefined) this.#skipTo(this.#lastLines);
    this.#lastLines = undefined;
  }

  /** Begins where no more than `count` lines are left. */
  #skipTo(count: number): void {
    let missing = count;
    for (const [index, { descriptor }] of [...this.#parts.entries()].reverse()) {
      const { size } = fstatSync(descriptor);
      const start = lastLinesStart(descriptor, size, missing);
      missing -= start > 0 ? missing : newlinesIn(descriptor, size);
      if (missing > 0 && index > 0) continue;
      this.#beginAt(index, start);
      this.#head = stampedLineBefore(descriptor, start);
      return;
    }
  }

  #beginAt(index: number, byte: number): void {
    for (const part of this.#parts.slice(0, index)) closeSync(part.descriptor);
    this.#parts = this.#parts.slice(index);
    this.#byte = byte;
  }

  /** A part that another one follows ends where it ends, also in the middle of a character. */
  #readOn({ descriptor }: Part, mayGrow: boolean): string {
    const { size } = fstatSync(descriptor);
    const end = Math.min(size, this.#byte + MAX_READ_BYTES);
    const bytes = readRange(descriptor, this.#byte, end);
    const whole = mayGrow || end < size ? bytes.subarray(0, bytes.length - incompleteTail(bytes)) : bytes;
    this.#byte += whole.length;
    return whole.toString('utf8');
  }
}

/** The parts that the log has now, oldest first, opened. */
function partsOf(file: string): Part[] {
  // The newer one first: should the log be begun anew in between, both are the same file.
  const newer = openPart(file);
  const older = openPart(olderPartOf(file));
  if (older === null) return newer === null ? [] : [newer];
  if (newer === null) return [older];
  if (newer.inode !== older.inode) return [older, { ...newer, after: older.inode }];
  closeSync(newer.descriptor);
  return [older];
}

function indexIn(parts: readonly Part[], part: Part | undefined): number {
  return parts.findIndex(({ inode }) => inode === part?.inode);
}

function openPart(file: string): Part | null {
  let descriptor: number;
  try {
    descriptor = openRegularFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return { descriptor, inode: fstatSync(descriptor).ino };
}
