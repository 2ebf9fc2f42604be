import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renameFile, syncDirectory } from './directory-entry.ts';

// Not from 0: in a container the next process often has the same pid, and would meet what a killed one left.
let counter = Math.floor(Math.random() * 2 ** 40);

/** A name beside `file` that no other writer uses, recognisable by {@link isTemporary}. */
export function temporaryFor(file: string): string {
  counter += 1;
  return `${file}.${process.pid}-${counter}.tmp`;
}

export function isTemporary(name: string): boolean {
  return name.endsWith('.tmp');
}

/**
 * Replaces `file` with `content` (mode 0600) so that a reader sees the old bytes or the new ones.
 * `durable` also syncs file and directory: it survives a power cut, not only a killed process.
 */
export function writeFileAtomic(file: string, content: string, durable: boolean): void {
  const temporary = temporaryFor(file);
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(descriptor, content);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameFile(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  if (durable) syncDirectory(path.dirname(file));
}
