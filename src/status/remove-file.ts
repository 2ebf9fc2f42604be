import { removeFile } from '../util/directory-entry.ts';

/**
 * What cannot be removed, a directory by that name say, does no harm: a leftover counts for nothing.
 * @returns whether it is gone.
 */
export function removeIfPossible(file: string): boolean {
  try {
    removeFile(file);
    return true;
  } catch {
    return false;
  }
}
