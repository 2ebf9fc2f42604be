import wrapAnsi from 'wrap-ansi';

/** `text` as the lines of at most `columns` cells that it takes, broken between words where that is possible. */
export function wrapped(text: string, columns: number): string[] {
  return wrapAnsi(text, Math.max(1, columns), { hard: true }).split('\n');
}
