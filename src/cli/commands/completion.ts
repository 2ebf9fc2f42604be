import { Argument, type Command } from 'commander';
import { oneLine } from '../../util/plain-text.ts';
import { cursorAt } from '../completion/cursor.ts';
import { completionScript, SHELLS, type Shell } from '../completion/scripts.ts';
import { type Suggestion, type Suggestions, suggestionsAt } from '../completion/suggestions.ts';
import { EXIT } from '../exit-codes.ts';
import { processIo } from '../io.ts';

/** Somebody waits with a finger on the key: after this nothing is suggested. */
export const SUGGEST_MS = 2_000;

const ABOUT_CHARS = 100;

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .summary('what makes a shell complete our command lines')
    .description(
      'Prints a script that makes a shell complete commands, options, their values, files, and ids of jobs. Its first line says where it belongs.',
    )
    .addArgument(new Argument('<shell>', 'the shell that the script is for').choices(SHELLS))
    .action((shell: Shell) => {
      processIo().out(completionScript(shell));
    });
  program
    .command('__complete', { hidden: true })
    .description('What fits at the cursor, for the scripts of "completion".')
    .argument('[words...]', 'the words of the line up to the cursor, after "--"')
    .action(async (words: string[]) => {
      setTimeout(() => process.exit(EXIT.done), SUGGEST_MS).unref();
      processIo().out(answer(await suggestionsOrNone(program, words)));
    });
}

/** A line that cannot be completed is no error: there is no place to say it. */
async function suggestionsOrNone(program: Command, words: readonly string[]): Promise<Suggestions> {
  try {
    return await suggestionsAt(cursorAt(program, words));
  } catch {
    return { words: [], also: 'nothing' };
  }
}

function answer({ words, also }: Suggestions): string {
  return [also, ...words.map(line), ''].join('\n');
}

function line({ word, about }: Suggestion): string {
  return `${word}\t${oneLine(about, ABOUT_CHARS)}`;
}
