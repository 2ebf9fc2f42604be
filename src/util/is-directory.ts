import { statSync } from 'node:fs';

/** Whether there is a directory, or a link to one. Where nobody may look there is none. */
export function isDirectory(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
