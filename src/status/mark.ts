import { closeSync, openSync } from 'node:fs';
import { ensurePrivateDirectory } from '../util/private-directory.ts';
import { errorCode } from '../util/system-error.ts';
import { within } from '../util/within.ts';
import { writeError } from './write-error.ts';

/**
 * Makes an empty file that says something by its name.
 * @returns whether this call made it: of any number that try at once, one does.
 * @throws Error naming the file when it cannot be made.
 */
export function makeMark(directory: string, name: string): boolean {
  ensurePrivateDirectory(directory);
  const file = within(directory, name);
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw writeError(file, error);
  }
}
