import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { pauseSync } from './pause-sync.ts';
import { errorCode } from './system-error.ts';

// What changes a directory: a file that is moved or removed, and that it lasts. Of these Windows has ideas of its own.

/** How long a change is tried again on Windows: after each of these pauses, about half a second in all. */
export const PAUSES_MS: readonly number[] = [1, 2, 5, 10, 20, 40, 80, 160, 200];

/** What Windows says while somebody has the file open: a reader, or what looks for viruses in what is new. */
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** What a change is made with. */
export interface Means {
  readonly platform: NodeJS.Platform;
  readonly pause: (ms: number) => void;
}

const HERE: Means = { platform: process.platform, pause: pauseSync };

/** Moves a file, in place of another one if there is one. */
export function renameFile(from: string, to: string): void {
  patiently(() => renameSync(from, to));
}

/** What is not there is removed, too. */
export function removeFile(file: string): void {
  patiently(() => rmSync(file, { force: true }));
}

/**
 * Makes a change. On Windows an error that may pass is waited for, the process standing still: elsewhere nobody is asked
 * who has the file open.
 */
export function patiently(change: () => void, { platform, pause }: Means = HERE): void {
  for (const ms of platform === 'win32' ? PAUSES_MS : []) {
    try {
      change();
      return;
    } catch (error) {
      if (!PASSING.has(errorCode(error) ?? '')) throw error;
      pause(ms);
    }
  }
  change();
}

/** What is said of a directory that cannot be synced: by its file system, or because we may change it and not read it. */
const UNSYNCED = new Set(['EINVAL', 'EBADF', 'ENOTSUP', 'ENOSYS', 'EACCES']);

/**
 * A change is durable only when its directory is synced. Windows can sync none, and does not need it; some file systems
 * cannot either, and are left to what they do by themselves.
 * @throws the system's error, of a directory that can be synced and was not.
 */
export function syncDirectory(directory: string, sync: (descriptor: number) => void = fsyncSync): void {
  if (HERE.platform === 'win32') return;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(directory, 'r');
    sync(descriptor);
  } catch (error) {
    if (!UNSYNCED.has(errorCode(error) ?? '')) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
