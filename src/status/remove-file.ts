import { removeFile } from '../util/directory-entry.ts';

/** What cannot be removed, a directory by that name say, does no harm: a leftover counts for nothing. */
export function removeIfPossible(file: string): void {
  try {
    removeFile(file);
  } catch {
    // See above.
  }
}
