import { Command } from 'commander';
import { VERSION } from '../contract/version.ts';
import { EXIT_MEANINGS } from './exit-codes.ts';
import { processIo } from './io.ts';
import { sentence } from './sentence.ts';

/**
 * The first word of a command line → what adds that command. It is loaded when the command is called: what one of them needs costs
 * no other one its start.
 */
export type Loaders<Name extends string = string> = Readonly<Record<Name, () => Promise<(program: Command) => void>>>;

/** A command line of all these commands, with their options, arguments and words of help. */
export function buildProgram(commands: Loaders): Promise<Command> {
  return programWith(Object.values(commands));
}

/** As much of it as `args` ask for: the command that they name, or all when they name none. */
export function programFor(commands: Loaders, [name = '']: readonly string[]): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return load === undefined ? buildProgram(commands) : programWith([load]);
}

async function programWith(loaders: ReadonlyArray<Loaders[string]>): Promise<Command> {
  const program = new Command('codex-companion')
    .description('Hands jobs to OpenAI Codex: they always end, and their status is always true.')
    .version(VERSION, '-V, --version')
    .configureOutput({
      // Help has readers that leave, too.
      writeOut: (text) => processIo().out(text),
      writeErr: (text) => processIo().err(text),
      outputError: (text, write) => write(usageError(text)),
    })
    .addHelpText('after', exitCodesHelp())
    .exitOverride();
  for (const add of await Promise.all(loaders.map((load) => load()))) add(program);
  return program;
}

/** In two columns, the first half of them beside the second. */
function exitCodesHelp(): string {
  const entries = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `${code.padEnd(3)}  ${meaning}`);
  const half = Math.ceil(entries.length / 2);
  const lines = entries.slice(0, half).map((left, at) => `  ${left.padEnd(33)}${entries[half + at] ?? ''}`.trimEnd());
  return `\nExit status:\n${lines.join('\n')}`;
}

/** Commander's words in one line, as every other error of ours is. */
function usageError(text: string): string {
  return `codex-companion: ${sentence(text.replace(/^error: /u, ''))} (see --help)\n`;
}
