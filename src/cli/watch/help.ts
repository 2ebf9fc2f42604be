import { clipped, fitted } from '../../terminal/text.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';

const KEYS = [
  ['↑ ↓  j k', 'select a job'],
  ['enter  l', 'its log, as it goes on'],
  ['c', 'cancel it, after a yes'],
  ['a', 'jobs of all sessions, or of this one'],
  ['q  esc', 'leave; the jobs go on'],
  ['pgup pgdn', 'in a log: by pages; g and G: to its ends'],
] as const;

const COLUMNS = [
  ['STATE', 'what it is doing, in a word'],
  ['TIME', 'since it began to run (or to wait)'],
  ['IDLE', 'since it last made progress'],
  ['ENDS', 'the clock that ends it, and in how long'],
  ['DOING', 'the command or tool that it waits for'],
] as const;

const TERM_COLUMNS = 10;

export function helpLines({ columns, rows, paint }: ScreenOptions): string[] {
  const room = Math.max(0, columns - INDENT.length);
  const line = ([term, meaning]: readonly [string, string]) =>
    `${INDENT}${fitted(term, Math.min(TERM_COLUMNS, room))}${paint.quiet(clipped(meaning, room - TERM_COLUMNS))}`;
  const air = rows > KEYS.length + COLUMNS.length + 3 ? [''] : [];
  return [...air, ...KEYS.map(line), '', ...COLUMNS.map(line)];
}
