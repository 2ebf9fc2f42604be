import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { errorCode } from './system-error.ts';

/** How long a rename is tried again on Windows: after each of these pauses, about half a second in all. */
export const RENAME_PAUSES_MS: readonly number[] = [1, 2, 5, 10, 20, 40, 80, 160, 200];

/** What Windows says while somebody has one of the files open: a reader, or what looks for viruses in what is new. */
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** What a rename is made with. */
export interface Renaming {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => void;
  readonly pause: (ms: number) => void;
}

const HERE: Renaming = { platform: process.platform, rename: renameSync, pause: pauseSync };

/**
 * Moves a file, in place of another one if there is one. On Windows an error that may pass is waited for, the process
 * standing still: elsewhere a rename asks nobody who has the file open.
 */
export function renameFile(from: string, to: string, { platform, rename, pause }: Renaming = HERE): void {
  for (const ms of platform === 'win32' ? RENAME_PAUSES_MS : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!PASSING.has(errorCode(error) ?? '')) throw error;
      pause(ms);
    }
  }
  rename(from, to);
}

/** A rename is durable only when its directory is synced. Windows can sync none, and does not need it. */
export function syncDirectory(directory: string): void {
  if (HERE.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function pauseSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
