import type { Command } from 'commander';
import { openContext } from '../context.ts';
import type { LogsOptions } from '../logs/run.ts';
import { sinceArgument } from '../logs/since.ts';
import { type CommonOptions, countArgument, withCommonOptions } from '../options.ts';

export function logsCommand(program: Command): void {
  withCommonOptions(program.command('logs'), 'print each line as one line of JSON')
    .summary('what jobs have done so far, and as they go on')
    .description(
      'Prints the log of a job, or of several by their time. Following them ends when they have ended; leaving them does not end them.',
    )
    .argument('[job...]', 'ids of jobs, or unambiguous parts of them; without any, the latest job')
    .option('-f, --follow', 'go on until the jobs have ended')
    .option('--active', 'all active jobs of this session; with --follow, those that start meanwhile, too')
    .option('--all', 'the same, of every session')
    .option('-n, --lines <n>', 'begin with the last n lines of each', countArgument)
    .option('--since <when>', 'only lines since then: 10m, 14:05, or 2026-01-31T14:05', sinceArgument)
    .option('--exit-code', 'with --follow: exit as the first job did that has ended and not completed')
    .action(async (names: string[], options: LogsOptions & CommonOptions) => {
      const { runLogs } = await import('../logs/run.ts');
      process.exitCode = await runLogs(openContext(options.cwd), names, options);
    });
}
