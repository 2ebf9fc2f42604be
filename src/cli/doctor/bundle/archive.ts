import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { packTar } from 'modern-tar';
import { messageOf } from '../../../contract/fault.ts';
import { CliError, EXIT } from '../../exit-codes.ts';
import type { Part } from './contents.ts';

/** Of all parts together, before they are compressed. What does not fit is left out, and said. */
export const MAX_ARCHIVE_BYTES = 8 * 1024 * 1024;

const FILE_MODE = 0o600;

export interface Archive {
  readonly file: string;
  readonly bytes: number;
  readonly entries: ReadonlyArray<{ readonly name: string; readonly bytes: number }>;
  /** Names of parts that did not fit. */
  readonly leftOut: readonly string[];
}

/**
 * Writes a .tar.gz for this user only. What is at `file` already stays.
 * @throws CliError (exit 1) when it cannot be written; then there is nothing.
 */
export async function writeArchive(file: string, parts: readonly Part[], nowMs: number): Promise<Archive> {
  const { taken, leftOut } = fitting(parts);
  const mtime = new Date(nowMs);
  const tar = await packTar(
    taken.map(({ name, body }) => ({
      header: { name, size: body.length, mode: FILE_MODE, mtime, uid: 0, gid: 0, uname: '', gname: '' },
      body,
    })),
  );
  const bytes = await promisify(gzip)(tar);
  writeNew(file, bytes);
  return { file, bytes: bytes.length, entries: taken.map(({ name, body }) => ({ name, bytes: body.length })), leftOut };
}

function fitting(parts: readonly Part[]) {
  const taken: Array<{ readonly name: string; readonly body: Buffer }> = [];
  const leftOut: string[] = [];
  let left = MAX_ARCHIVE_BYTES;
  for (const { name, text } of parts) {
    const body = Buffer.from(text, 'utf8');
    if (body.length > left) {
      leftOut.push(name);
      continue;
    }
    left -= body.length;
    taken.push({ name, body });
  }
  return { taken, leftOut };
}

function writeNew(file: string, bytes: Buffer): void {
  let made = false;
  try {
    const descriptor = openSync(file, 'wx', FILE_MODE);
    made = true;
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (made) rmSync(file, { force: true });
    throw new CliError(EXIT.jobFailed, `Cannot write "${file}": ${messageOf(error)} (choose another name or place)`, {
      cause: error,
    });
  }
}
