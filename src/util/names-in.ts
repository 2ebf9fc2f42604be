import { readdirSync } from 'node:fs';
import { isMissing } from './system-error.ts';

/** The names in a directory, in no particular order. One that is not there has none. @throws the system's error */
export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
