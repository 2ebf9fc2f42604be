import type { Command } from 'commander';
import { viewOf } from '../../client/job-view.ts';
import { namedJob, ofSession, readJobs, reportDamage } from '../../client/jobs.ts';
import { markRead } from '../../client/mark-read.ts';
import { resultOf } from '../../client/result.ts';
import { type FinishedJob, finishedNewestFirst, isFinished, type JobRecord } from '../../contract/job.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { renderOutput, renderResult } from '../render/result.ts';
import { whereJobIs } from '../where-job-is.ts';

export function resultCommand(program: Command): void {
  withCommonOptions(program.command('result'))
    .summary('what a job produced')
    .description('Prints the final message of a job, or what was saved of one that did not complete.')
    .argument('[job]', 'id of a job, or an unambiguous part of it; the latest finished one without it')
    .action(async (name: string | undefined, options: CommonOptions) => {
      const context = whereJobIs(openContext(options.cwd), name);
      const job = await chosenJob(context, name);
      if (!isFinished(job)) {
        throw new CliError(
          EXIT.jobFailed,
          `Job ${job.id} is still ${job.status}. Check /codex:status and try again once it finishes.`,
        );
      }
      if (options.json) context.io.json({ job: viewOf(job), storedJob: storedJobOf(job) });
      else context.io.foreign(renderResult(job));
      markRead(context, job);
    });
}

/** The record, with its labels, and with what the command that ran the job would have printed, in both forms. */
function storedJobOf(job: FinishedJob): object {
  const { kindLabel, jobClass, write, pid, errorMessage } = viewOf(job);
  const labels = { kindLabel, jobClass, write, pid, errorMessage };
  return { ...job, ...labels, result: resultOf(job), rendered: renderOutput(job) };
}

async function chosenJob(context: Context, name: string | undefined): Promise<JobRecord> {
  const read = await readJobs(context);
  reportDamage(context, read);
  if (name !== undefined) return namedJob(context, name);
  const jobs = ofSession(context, read.jobs, false);
  const [latest] = finishedNewestFirst(jobs);
  // With nothing finished, whoever asks is told of what runs.
  const chosen = latest ?? jobs[0];
  if (chosen === undefined) throw new CliError(EXIT.jobFailed, 'No finished Codex jobs found for this repository yet.');
  return chosen;
}
