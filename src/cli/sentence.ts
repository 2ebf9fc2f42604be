import { oneLine } from '../util/plain-text.ts';

const BEGINNING_CHARS = 1_500;
const END_CHARS = 500;

/**
 * An error's text on one line. It may quote words of any length and kind: of one that is too long the beginning
 * stays, which says what was wrong, and the end, which says what to do.
 */
export function sentence(text: string): string {
  const flat = oneLine(text, Number.POSITIVE_INFINITY);
  if (flat.length <= BEGINNING_CHARS + END_CHARS) return flat;
  return `${oneLine(flat, BEGINNING_CHARS)} ${flat.slice(-END_CHARS).replace(/^\p{Cs}/u, '')}`;
}
