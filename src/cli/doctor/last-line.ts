import { oneLine } from '../../util/plain-text.ts';

const MAX_CHARS = 300;

/** Of what a program has said, the line that says how it ended. Empty when it was silent. */
export function lastLine(said: string): string {
  return oneLine(said.trim().split('\n').at(-1) ?? '', MAX_CHARS);
}
