import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EventPosition } from '../client/bookmark.ts';
import { readDuration } from '../config/duration.ts';
import { MAX_KEEP_MS } from '../config/settings-table.ts';
import { MAX_DURATION_MS, MAX_KEY_CHARS, MAX_RETRIES } from '../contract/job.ts';

export interface CommonOptions {
  readonly cwd?: string;
  readonly json?: boolean;
}

/** The options that every command takes; `json` says what comes of it where that is not one document. */
export function withCommonOptions(command: Command, json = 'print one JSON document on stdout'): Command {
  return command
    .option('-C, --cwd <dir>', 'work in this directory instead of the current one', nameArgument)
    .option('--json', json);
}

/** For commander: a name or a path. An empty one is a mistake, such as a variable that is not set. */
export function nameArgument(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Give one, or leave the option out');
}

/** For commander: a duration, or a usage error that says what one looks like. */
export function durationArgument(text: string): number {
  return durationUpTo(MAX_DURATION_MS, text);
}

/** For commander: how long ago, which may be longer than any clock runs. */
export function ageArgument(text: string): number {
  return durationUpTo(MAX_KEEP_MS, text);
}

function durationUpTo(maxMs: number, text: string): number {
  const reading = readDuration(text, maxMs);
  if (reading.ok) return reading.value;
  throw new InvalidArgumentError(`"${text}" ${reading.why}`);
}

export function keyArgument(text: string): string {
  if (text.length > 0 && text.length <= MAX_KEY_CHARS) return text;
  throw new InvalidArgumentError(`Give 1 to ${MAX_KEY_CHARS} characters`);
}

export function retriesArgument(text: string): number {
  const count = countArgument(text);
  if (count <= MAX_RETRIES) return count;
  throw new InvalidArgumentError(`Give a number from 0 to ${MAX_RETRIES}`);
}

/** For commander: the number of an event, or one of a certain broker. */
export function positionArgument(text: string): number | EventPosition {
  const { broker, seq = '' } = /^(?:(?<broker>broker-\w+):)?(?<seq>\d{1,15})$/u.exec(text)?.groups ?? {};
  if (seq === '') throw new InvalidArgumentError('Give a whole number, or BROKER:NUMBER');
  return broker === undefined ? Number(seq) : { brokerId: broker, seq: Number(seq) };
}

export function countArgument(text: string): number {
  if (!/^\d{1,15}$/u.test(text)) throw new InvalidArgumentError('Give a whole number');
  return Number(text);
}

/**
 * An option that takes one of a closed set of words, which help and completion know, too.
 * @param parse what is made of the word; without it a word that is not of the set is a usage error.
 */
export function choiceOption(
  flags: string,
  description: string,
  choices: readonly string[],
  parse: (text: string) => unknown = oneOf(choices),
): Option {
  return new Option(flags, description).choices(choices).argParser(parse);
}

function oneOf(choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (choices.includes(text)) return text;
    throw new InvalidArgumentError(`Choose one of ${choices.join(', ')}`);
  };
}

/** For commander: a name or a path, of an option that may be repeated. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, nameArgument(text)];
}
