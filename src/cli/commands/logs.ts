import type { Command } from 'commander';
import { followJob } from '../../client/follow.ts';
import { namedJob, ofSession, readJobs, reportDamage } from '../../client/jobs.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../../contract/job.ts';
import { JobLogReader } from '../../status/log-reader.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT, exitCodeOf } from '../exit-codes.ts';
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
      const printer = new LogPrinter(context, job.id, options);
      if (!options.follow) return printer.print();
      const ended = await follow(context, job, printer);
      if (ended === null) return;
      context.io.note(endSentence(ended));
      if (options.exitCode) process.exitCode = exitCodeOf(ended);
    });
}

/** Prints the log file from where it left off: events only say when to look, so nothing is lost or repeated. */
class LogPrinter {
  readonly #context: Context;
  readonly #jobId: string;
  readonly #json: boolean;
  readonly #reader: JobLogReader;

  constructor(context: Context, jobId: string, options: LogsOptions) {
    this.#context = context;
    this.#jobId = jobId;
    this.#json = options.json === true;
    this.#reader = new JobLogReader(context.store.logFile(jobId), options.lines);
  }

  print(): void {
    const { text, gap } = this.#reader.next();
    if (gap) this.#context.io.note(`Some of the log of ${this.#jobId} may be gone: it grew faster than it was read`);
    if (text === '') return;
    if (!this.#json) this.#context.io.foreign(text);
    else for (const line of text.trimEnd().split('\n')) this.#context.io.out(`${JSON.stringify({ line })}\n`);
  }
}

async function follow(context: Context, job: JobRecord, printer: LogPrinter): Promise<FinishedJob | null> {
  const left = new AbortController();
  const onInterrupt = () => {
    context.io.note(`${job.id} goes on (codex-companion cancel ${job.id} ends it)`);
    left.abort(new Error('interrupted'));
  };
  process.once('SIGINT', onInterrupt);
  try {
    printer.print();
    const ended = await followJob(context, job.id, {
      signal: AbortSignal.any([left.signal, context.io.unread]),
      onCatchUp: () => printer.print(),
      onEvent: () => printer.print(),
    });
    printer.print();
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
