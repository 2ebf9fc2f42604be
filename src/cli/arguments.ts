import type { Command, Option } from 'commander';

/** A job or a Codex thread, whole or its beginning. That there is none is better said than taken for a prompt. */
const ID = /^(?:(?:task|review|gate)-[0-9a-z-]+|thr_\w+|[0-9a-f]{8}-[0-9a-f-]*)$/iu;

/** Prose is nobody's to take apart: of these commands' text only the options in front of it are. */
const TAKES_PROSE: ReadonlySet<string> = new Set(['task', 'adversarial-review']);

/**
 * The arguments that `program` is to parse. A slash command hands over all that was typed as one argument: that is
 * taken apart here. Whoever says nothing is told what there is to say. A bare `--resume` is the latest job's, so that it never takes the first word of a prompt for an id.
 * Of a command that there is not, only its name is left: with `--help` behind it, the help of another one would be shown.
 */
export function prepareArguments(program: Command, args: readonly string[]): string[] {
  if (args.length === 0) return ['--help'];
  const [name = '', only, ...more] = args;
  const command = program.commands.find((known) => known.name() === name);
  const split = command !== undefined && only !== undefined && more.length === 0 && /\s|^$/u.test(only);
  const own = split ? apart(command, only) : args.slice(1);
  const prepared = [...args.slice(0, 1), ...(command?.name() === 'task' ? own.map(withoutBareResume) : own)];
  return unknownCommand(program, prepared) ?? prepared;
}

/** The words up to the one that should be a command and is none; null when there is no such word. */
function unknownCommand({ commands }: Pick<Command, 'commands'>, args: readonly string[]): string[] | null {
  const [name, ...rest] = args;
  if (commands.length === 0 || name === undefined || name.startsWith('-')) return null;
  if (name === 'help') return unknownCommand({ commands }, rest);
  const command = commands.find((known) => known.name() === name);
  if (command === undefined) return [name];
  const unknown = unknownCommand(command, rest);
  return unknown === null ? null : [name, ...unknown];
}

function apart(command: Command, text: string): string[] {
  return TAKES_PROSE.has(command.name()) ? leadingOptions(command, text) : splitWords(text);
}

function withoutBareResume(arg: string, at: number, all: readonly string[]): string {
  if (arg !== '--resume' || all.slice(0, at).includes('--')) return arg;
  return ID.test(all[at + 1] ?? '') ? arg : '--resume-last';
}

/** The options at the beginning of `text`, and the rest as it is. */
function leadingOptions(command: Command, text: string): string[] {
  const words: string[] = [];
  let rest = text;
  for (let next = nextOption(command, rest); next !== null; next = nextOption(command, rest)) {
    words.push(...next.words);
    rest = next.rest;
    if (words.at(-1) === '--') break;
  }
  if (rest === '') return words;
  // A prompt may begin with a dash, and is no option for that.
  return rest.startsWith('-') && !words.includes('--') ? [...words, '--', rest] : [...words, rest];
}

/** One option with its value; null when `text` does not begin with one. */
function nextOption(command: Command, text: string): { readonly words: string[]; readonly rest: string } | null {
  const [whole, flag] = /^\s*(-\S+)(?:\s+|$)/u.exec(text) ?? [];
  if (whole === undefined || flag === undefined) return null;
  const rest = text.slice(whole.length);
  const option = flag.includes('=') ? undefined : optionNamed(command, flag);
  const [value] = /^\S+/u.exec(rest) ?? [];
  const alone = option === undefined || !takesValue(option) || value === undefined;
  if (alone || (option.long === '--resume' && !ID.test(value))) return { words: [flag], rest };
  return { words: [flag, value], rest: rest.slice(value.length).replace(/^\s+/u, '') };
}

function optionNamed(command: Command, flag: string): Option | undefined {
  return command.options.find(({ short, long }) => short === flag || long === flag);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

/** Words as a shell separates them: quotes of either kind join, a backslash takes what follows as it is. */
function splitWords(text: string): string[] {
  const words = text.match(/(?:"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|\\[\s\S]|[^\s"'\\]|\\$)+/gu) ?? [];
  return words.map(unquoted).filter((word) => word !== '');
}

function unquoted(word: string): string {
  let quote = '';
  return word.replace(/\\[\s\S]|["']/gu, (found) => {
    if (found.startsWith('\\')) return found.slice(1);
    if (quote !== '' && found !== quote) return found;
    quote = quote === '' ? found : '';
    return '';
  });
}
