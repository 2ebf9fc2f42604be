import path from 'node:path';
import { isThere } from './is-there.ts';

/** `directory`, or the closest one above it that is there. */
export function nearestDirectory(directory: string): string {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    if (isThere(at) || path.dirname(at) === at) return at;
  }
}
