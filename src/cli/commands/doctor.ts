import type { Command } from 'commander';
import type { DoctorOptions } from '../doctor/run.ts';
import { CliError } from '../exit-codes.ts';
import { withCommonOptions } from '../options.ts';

const EXIT_HELP = `
Exit status: 0 no problem, 5 Codex is missing, unusable or not logged in, 1 any other problem.`;

export function doctorCommand(program: Command): void {
  withCommonOptions(program.command('doctor'))
    .summary('what is wrong, and what to do about it')
    .description(
      'Looks at everything that jobs depend on, and says what to do about what is wrong. Starts no broker and no job, and ends within 20 s whatever hangs.',
    )
    .option(
      '--fix',
      'do what is safe: install packages, settle and clear up what brokers that are gone have left, make directories private',
    )
    .option('--bundle [file]', 'write an archive for whoever helps you: without prompts, answers, commands and secrets')
    .addHelpText('after', EXIT_HELP)
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../doctor/run.ts');
      const failure = await runDoctor(options);
      if (failure !== null) throw new CliError(failure.exitCode, failure.message);
    });
}
