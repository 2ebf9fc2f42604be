import { lstatSync } from 'node:fs';
import path from 'node:path';

/** `directory`, or the closest one above it that is there. */
export function nearestDirectory(directory: string): string {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined || path.dirname(at) === at) return at;
  }
}
