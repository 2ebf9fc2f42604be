import { rmSync } from 'node:fs';

/** What cannot be removed, a directory by that name say, does no harm: a leftover counts for nothing. */
export function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // See above.
  }
}
