import { Argument, type Command } from 'commander';
import { SHELLS, type Shell } from '../completion/shells.ts';
import { EXIT } from '../exit-codes.ts';
import { processIo } from '../io.ts';

/** Somebody waits with a finger on the key: after this nothing is suggested. */
const SUGGEST_MS = 2_000;

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .summary('what makes a shell complete our command lines')
    .description(
      'Prints a script that makes a shell complete commands, options, their values, files, and ids of jobs. Its beginning says where it belongs.',
    )
    .addArgument(new Argument('<shell>', 'the shell that the script is for').choices(SHELLS))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../completion/scripts.ts');
      processIo().out(completionScript(shell));
    });
  program
    .command('__complete', { hidden: true })
    .description('What fits at the cursor, for the scripts of "completion".')
    .argument('[words...]', 'the words of the line up to the cursor, after "--"')
    .action(async (words: string[]) => {
      setTimeout(() => process.exit(EXIT.done), SUGGEST_MS).unref();
      const { answerTo } = await import('../completion/answer.ts');
      processIo().out(await answerTo(program, words));
    });
}
