import type { Command } from 'commander';
import { ROWS } from '../../config/rows.ts';
import type { Cursor } from './cursor.ts';
import { jobSuggestions } from './jobs.ts';

/** A word that fits at the cursor, and what a shell can show beside it. */
export interface Suggestion {
  readonly word: string;
  readonly about: string;
}

export interface Suggestions {
  readonly words: readonly Suggestion[];
  /** What fits besides, and the shell itself knows. */
  readonly also: 'files' | 'directories' | 'nothing';
}

const FILES: Suggestions = { words: [], also: 'files' };
const DIRECTORIES: Suggestions = { words: [], also: 'directories' };

type Source = (cursor: Cursor) => Suggestions | Promise<Suggestions>;

const jobs: Source = async ({ command, cwd }) => words(await jobSuggestions(command.name(), cwd));

/** What a value is called in the usage of a command → where such values come from. */
export const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
  ['job', jobs],
  ['job-or-thread', jobs],
  ['file', () => FILES],
  ['file.jsonl', () => FILES],
  ['dir', () => DIRECTORIES],
  ['setting', () => words(ROWS.map(({ key, meaning }) => ({ word: key, about: meaning })))],
]);

/** What fits at the cursor. */
export async function suggestionsAt(cursor: Cursor): Promise<Suggestions> {
  const { place } = cursor;
  const found = await unfiltered(cursor);
  const fitting = found.words.filter(({ word }) => word.startsWith(place.typed));
  const before = place.id === 'value' ? place.before : '';
  return { ...found, words: fitting.map(({ word, about }) => ({ word: `${before}${word}`, about })) };
}

function unfiltered(cursor: Cursor): Suggestions | Promise<Suggestions> {
  const { command, place } = cursor;
  if (place.id === 'option') return options(command);
  if (place.id === 'value') return values(cursor, nameOfValue(place.option.flags), place.option.argChoices);
  if (command.commands.length > 0) return subcommands(command);
  const { argument } = place;
  if (argument === undefined) return options(command);
  return values(cursor, argument.name(), argument.argChoices);
}

/** Of what only a person knows nothing is suggested; where that is an argument, what else the command takes. */
function values(
  cursor: Cursor,
  name: string,
  choices: readonly string[] | undefined,
): Suggestions | Promise<Suggestions> {
  if (choices !== undefined) return words(choices.map((word) => ({ word, about: '' })));
  const source = SOURCES.get(name);
  if (source !== undefined) return source(cursor);
  return cursor.place.id === 'operand' ? options(cursor.command) : words([]);
}

function subcommands(command: Command): Suggestions {
  const visible = command.createHelp().visibleCommands(command);
  return words(visible.map((sub) => ({ word: sub.name(), about: sub.summary() || sub.description() })));
}

function options(command: Command): Suggestions {
  const visible = command.createHelp().visibleOptions(command);
  return words(visible.map(({ long, short, description }) => ({ word: long ?? short ?? '', about: description })));
}

/** `--cwd <dir>` → `dir` */
export function nameOfValue(flags: string): string {
  return /[<[](.+?)(?:\.\.\.)?[>\]]$/u.exec(flags)?.[1] ?? '';
}

function words(found: readonly Suggestion[]): Suggestions {
  return { words: found, also: 'nothing' };
}
