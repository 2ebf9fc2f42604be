import type { Command } from 'commander';
import { followJob } from '../../client/follow.ts';
import { namedJob, ofSession, readJobs, reportDamage } from '../../client/jobs.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../../contract/job.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT, exitCodeOf } from '../exit-codes.ts';
import { LogPrinter } from '../logs/printer.ts';
import { type CommonOptions, countArgument, withCommonOptions } from '../options.ts';
import { endSentence } from '../render/job.ts';
import { whereJobIs } from '../where-job-is.ts';

interface LogsOptions extends CommonOptions {
  readonly follow?: boolean;
  readonly lines?: number;
  readonly exitCode?: boolean;
}

export function logsCommand(program: Command): void {
  withCommonOptions(program.command('logs'), 'print each line as one line of JSON')
    .summary('what a job has done so far, and as it goes on')
    .description('Prints the log of a job. Following it ends when the job ends; leaving it does not end the job.')
    .argument('[job]', 'id of a job, or an unambiguous part of it; the latest one without it')
    .option('-f, --follow', 'go on until the job has ended')
    .option('-n, --lines <n>', 'begin with the last n lines', countArgument)
    .option('--exit-code', 'with --follow: exit as the job did')
    .action(async (name: string | undefined, options: LogsOptions) => {
      const context = whereJobIs(openContext(options.cwd), name);
      const job = await chosenJob(context, name);
      if (!options.follow) return printWhole(new LogPrinter(context, job.id, options, context.io.unread));
      const ended = await follow(context, job, options);
      if (ended === null) return;
      context.io.note(endSentence(ended));
      if (options.exitCode) process.exitCode = exitCodeOf(ended);
    });
}

async function printWhole(printer: LogPrinter): Promise<void> {
  await printer.print();
  printer.end();
}

async function follow(context: Context, job: JobRecord, options: LogsOptions): Promise<FinishedJob | null> {
  const left = new AbortController();
  const onInterrupt = () => {
    context.io.note(`${job.id} goes on (codex-companion cancel ${job.id} ends it)`);
    left.abort(new Error('interrupted'));
  };
  process.once('SIGINT', onInterrupt);
  const signal = AbortSignal.any([left.signal, context.io.unread]);
  const printer = new LogPrinter(context, job.id, options, signal);
  const onNews = () => printer.poke();
  try {
    printer.poke();
    const ended = await followJob(context, job.id, { signal, onCatchUp: onNews, onEvent: onNews });
    await printWhole(printer);
    signal.throwIfAborted();
    return ended;
  } catch (error) {
    if (left.signal.aborted) process.exitCode = EXIT.interrupted;
    else if (!context.io.unread.aborted) throw error;
    return null;
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

/** The named job; else the newest that runs; else the newest. */
async function chosenJob(context: Context, name: string | undefined): Promise<JobRecord> {
  const read = await readJobs(context);
  reportDamage(context, read);
  if (name !== undefined) return namedJob(context, name);
  const jobs = ofSession(context, read.jobs, false);
  const job = jobs.find((candidate) => !isFinished(candidate)) ?? jobs[0];
  if (job === undefined) throw new CliError(EXIT.jobFailed, 'No jobs recorded yet.');
  return job;
}
