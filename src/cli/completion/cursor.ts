import type { Argument, Command, Option } from 'commander';

/** What the word at the cursor is a part of; `typed` is what there is of it. */
export type Place =
  | { readonly id: 'option'; readonly typed: string }
  /** `before` stands in the same word in front of the value: `--scope=`. */
  | { readonly id: 'value'; readonly option: Option; readonly before: string; readonly typed: string }
  /** A subcommand, where the command has any, else this argument of its. */
  | { readonly id: 'operand'; readonly argument: Argument | undefined; readonly typed: string };

export interface Cursor {
  readonly command: Command;
  readonly place: Place;
  /** The directory that the line says to work in, as far as it goes. */
  readonly cwd: string | undefined;
}

/** A command line that was read up to some word. */
interface Line {
  readonly command: Command;
  /** The option whose value the next word is. */
  readonly awaits: Option | undefined;
  readonly operands: number;
  /** After `--` nothing is an option. */
  readonly plain: boolean;
  readonly cwd: string | undefined;
}

/** @param words of the line without the program's name, up to the one at the cursor, which may be empty. */
export function cursorAt(program: Command, words: readonly string[]): Cursor {
  const start: Line = { command: program, awaits: undefined, operands: 0, plain: false, cwd: undefined };
  const line = words.slice(0, -1).reduce(read, start);
  return { command: line.command, place: placeOf(line, words.at(-1) ?? ''), cwd: line.cwd };
}

function read(line: Line, word: string): Line {
  if (line.awaits !== undefined) return { ...withValue(line, line.awaits, word), awaits: undefined };
  if (line.plain || !isOption(word)) return withOperand(line, word);
  if (word === '--') return { ...line, plain: true };
  const { name, value } = apart(word);
  const option = optionNamed(line.command, name);
  if (option === undefined || !takesValue(option)) return line;
  return value === undefined ? { ...line, awaits: option } : withValue(line, option, value);
}

function withOperand(line: Line, word: string): Line {
  const command = line.operands === 0 ? line.command.commands.find((known) => known.name() === word) : undefined;
  return command === undefined ? { ...line, operands: line.operands + 1 } : { ...line, command };
}

function withValue(line: Line, option: Option, value: string): Line {
  return option.long === '--cwd' ? { ...line, cwd: value } : line;
}

function placeOf({ command, awaits, operands, plain }: Line, typed: string): Place {
  if (awaits !== undefined) return { id: 'value', option: awaits, before: '', typed };
  if (plain || !isOption(typed)) return { id: 'operand', argument: argumentAt(command, operands), typed };
  const { name, value } = apart(typed);
  const option = value === undefined ? undefined : optionNamed(command, name);
  if (option === undefined || value === undefined) return { id: 'option', typed };
  return { id: 'value', option, before: `${name}=`, typed: value };
}

/** The last one may take all that is left. */
function argumentAt(command: Command, index: number): Argument | undefined {
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic ? last : undefined);
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

function apart(word: string): { readonly name: string; readonly value?: string } {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at === -1 ? { name: word } : { name: word.slice(0, at), value: word.slice(at + 1) };
}

function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find(({ short, long }) => short === name || long === name);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}
