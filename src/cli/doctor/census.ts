import type { Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import path from 'node:path';
import { isOpenToOthers } from '../../util/file-mode.ts';
import { isMissing } from '../../util/system-error.ts';

/** Of more, only so many are looked at. */
const MAX_FILES_LOOKED_AT = 100_000;

const LOG = /\.log(?:\.\d+|\.old)?$/u;

/** What there is in some directories and below them. */
export interface Census {
  readonly entries: number;
  readonly bytes: number;
  readonly logBytes: number;
  /** What others than its owner may read or enter. */
  readonly open: readonly string[];
  /** Directories that this user may not read. */
  readonly unreadable: readonly string[];
  /** There is more than was looked at. */
  readonly cut: boolean;
}

/** Links are not followed. A directory that is not there is empty. */
export async function takeCensus(
  roots: readonly string[],
  signal: AbortSignal,
  limit = MAX_FILES_LOOKED_AT,
): Promise<Census> {
  const open: string[] = [];
  const unreadable: string[] = [];
  const sums = { entries: 0, bytes: 0, logBytes: 0 };
  for await (const { file, found } of entriesBelow(roots, unreadable)) {
    if (signal.aborted || sums.entries >= limit) return { ...sums, open, unreadable, cut: true };
    sums.entries += 1;
    if (isOpenToOthers(found)) open.push(file);
    if (!found.isFile()) continue;
    sums.bytes += found.size;
    if (LOG.test(file)) sums.logBytes += found.size;
  }
  return { ...sums, open, unreadable, cut: false };
}

interface Entry {
  readonly file: string;
  readonly found: Stats;
}

async function* entriesBelow(roots: readonly string[], unreadable: string[]): AsyncGenerator<Entry> {
  const directories = [...roots];
  for (let directory = directories.pop(); directory !== undefined; directory = directories.pop()) {
    for await (const file of filesIn(directory, unreadable)) {
      const found = await lstat(file).catch(() => null);
      // It went away meanwhile.
      if (found === null) continue;
      if (found.isDirectory()) directories.push(file);
      yield { file, found };
    }
  }
}

async function* filesIn(directory: string, unreadable: string[]): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(directory)) yield path.join(directory, name);
  } catch (error) {
    if (!isMissing(error)) unreadable.push(directory);
  }
}
