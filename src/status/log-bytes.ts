import { closeSync, fstatSync, readSync } from 'node:fs';
import { openRegularFile } from '../util/regular-file.ts';
import { isMissing } from '../util/system-error.ts';

const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/** @returns `absent` when there is no such file. @throws FileRefused when it is no file. */
export function withFile<T>(file: string, absent: T, use: (descriptor: number, size: number) => T): T {
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
export function lastLinesStart(descriptor: number, size: number, count: number): number {
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

export function newlinesIn(descriptor: number, size: number): number {
  let count = 0;
  for (let start = 0; start < size; start += CHUNK_BYTES) {
    for (const byte of readRange(descriptor, start, Math.min(size, start + CHUNK_BYTES)))
      if (byte === NEWLINE) count += 1;
  }
  return count;
}

export function readRange(descriptor: number, start: number, end: number): Buffer {
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
export function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}
