import { chmodSync, closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync } from 'node:fs';
import { counted } from '../../util/counted.ts';
import { ownUid } from '../../util/file-mode.ts';

const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * Takes the rights of everybody else away. What is not this user's, and what is neither a directory nor a file, stays.
 * @returns what was done, as a sentence.
 */
export function makePrivate(paths: readonly string[]): string {
  let changed = 0;
  for (const path of paths) if (makeOnePrivate(path)) changed += 1;
  return `Made ${counted(changed, 'directory or file', 'directories and files')} private`;
}

function makeOnePrivate(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.uid !== ownUid()) return false;
  if (!found.isDirectory() && !found.isFile()) return false;
  const mode = found.isDirectory() ? DIRECTORY_MODE : FILE_MODE;
  if ((found.mode & 0o777) === mode) return false;
  // By descriptor, so that it is the one that was looked at; one that its owner cannot read has to be opened up first.
  if ((found.mode & 0o400) === 0) chmodSync(path, mode);
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (fstatSync(descriptor).ino === found.ino) fchmodSync(descriptor, mode);
  } finally {
    closeSync(descriptor);
  }
  return true;
}
