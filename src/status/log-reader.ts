import { closeSync, fstatSync } from 'node:fs';
import { openRegularFile } from '../util/regular-file.ts';
import { isMissing } from '../util/system-error.ts';
import { incompleteTail, lastLinesStart, newlinesIn, readRange } from './log-bytes.ts';
import { olderPartOf } from './log-place.ts';

interface Part {
  readonly descriptor: number;
  readonly inode: number;
  readonly size: number;
}

/** What has come since the last look. */
export interface NewText {
  readonly text: string;
  /** Something between this text and the last one may be gone: the log was begun anew more than once since. */
  readonly gap: boolean;
}

/**
 * Reads the log of a job bit by bit, both parts of it, across the moments at which it is begun anew. The part that was
 * read last stays open: as long as it is, no other file can be taken for it, and its rest can be read wherever it went.
 */
export class JobLogReader {
  readonly #file: string;
  #lastLines: number | undefined;
  #held: { readonly part: Part; readonly byte: number } | undefined;

  /** @param lastLines where to begin; at the beginning without it. */
  constructor(file: string, lastLines?: number) {
    this.#file = file;
    this.#lastLines = lastLines;
  }

  /** @throws FileRefused when the log is no file. */
  next(): NewText {
    // The newer one first: should the log be begun anew in between, both are the same file.
    const newer = openPart(this.#file);
    const older = openPart(olderPartOf(this.#file));
    const held = this.#held;
    const parts = distinct([...(held === undefined ? [] : [opened(held.part.descriptor)]), older, newer]);
    try {
      // Where the part that we hold is the newer one, the older one has been read before.
      const unread = held !== undefined && newer?.inode === held.part.inode ? parts.slice(0, 1) : parts;
      const gap = held !== undefined && unread.length > 1 && older?.inode !== held.part.inode;
      return { text: this.#read(unread), gap };
    } finally {
      const kept = this.#held?.part.descriptor;
      const all = [held?.part, newer, older].flatMap((part) => part?.descriptor ?? []);
      for (const descriptor of new Set(all)) if (descriptor !== kept) closeSync(descriptor);
    }
  }

  close(): void {
    if (this.#held !== undefined) closeSync(this.#held.part.descriptor);
    this.#held = undefined;
  }

  /** @param parts oldest first; the first one is the one that we hold, if any. */
  #read(parts: readonly Part[]): string {
    const starts = parts.map((_, index) => (index === 0 ? (this.#held?.byte ?? 0) : 0));
    if (this.#lastLines !== undefined) skipTo(parts, starts, this.#lastLines);
    this.#lastLines = undefined;
    let text = '';
    for (const [index, part] of parts.entries()) {
      const start = starts[index] ?? 0;
      const bytes = readRange(part.descriptor, start, part.size);
      const whole = index === parts.length - 1 ? bytes.subarray(0, bytes.length - incompleteTail(bytes)) : bytes;
      text += whole.toString('utf8');
      this.#held = { part, byte: start + whole.length };
    }
    return text;
  }
}

/** The first of those that are the same file. */
function distinct(parts: ReadonlyArray<Part | null>): Part[] {
  const byInode = new Map<number, Part>();
  for (const part of parts) if (part !== null && !byInode.has(part.inode)) byInode.set(part.inode, part);
  return [...byInode.values()];
}

/** Sets where each part is begun, so that no more than `count` lines of them are read. */
function skipTo(parts: readonly Part[], starts: number[], count: number): void {
  let missing = count;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part === undefined) continue;
    const start = lastLinesStart(part.descriptor, part.size, missing);
    starts[index] = start;
    missing = start > 0 || missing <= 0 ? 0 : missing - newlinesIn(part.descriptor, part.size);
  }
}

function openPart(file: string): Part | null {
  let descriptor: number;
  try {
    descriptor = openRegularFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return opened(descriptor);
}

function opened(descriptor: number): Part {
  const { ino: inode, size } = fstatSync(descriptor);
  return { descriptor, inode, size };
}
