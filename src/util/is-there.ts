import { lstatSync } from 'node:fs';

/** Whether anything is at the path: a link that leads nowhere is there, too. */
export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
