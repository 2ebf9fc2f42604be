import { closestMatch } from 'leven';

/** A typo has at most so many wrong letters, and fewer in a short word. */
const MAX_DISTANCE = 3;

/** Which of `known` somebody meant by `text`; undefined when it resembles none. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  return closestMatch(text.toLowerCase(), known, { maxDistance: Math.min(MAX_DISTANCE, Math.ceil(text.length / 3)) });
}
