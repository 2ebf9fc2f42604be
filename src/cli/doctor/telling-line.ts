import { oneLine } from '../../util/plain-text.ts';

const MAX_CHARS = 300;
const ERROR = /^\s*error\b/iu;

/** Of what a program has said, the line that says how it ended: that of an error, else the last one. Empty when it was silent. */
export function tellingLine(said: string): string {
  const lines = said.trim().split('\n');
  // What comes after an error is where in the program it was.
  return oneLine(lines.find((line) => ERROR.test(line)) ?? lines.at(-1) ?? '', MAX_CHARS);
}
