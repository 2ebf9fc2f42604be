import { MAX_NOTE_EXAMPLES, MAX_NOTE_PATH_CHARS, MAX_PATH_CHARS } from './limits.ts';

// What JSON leaves as it is, and a terminal or a reader of lines does not.
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A path on one line, between double quotes, as JSON writes it: no name can look like anything but a name. */
export function quotePath(path: string, limit: number = MAX_PATH_CHARS): string {
  const quoted = JSON.stringify(path.slice(0, limit)).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return path.length <= limit ? quoted : `${quoted}…`;
}

/** Some of the paths, for a sentence: `"a", "b" and 3 more`. */
export function examplesOf(paths: readonly string[]): string {
  const named = paths.slice(0, MAX_NOTE_EXAMPLES).map((path) => quotePath(path, MAX_NOTE_PATH_CHARS));
  const more = paths.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
