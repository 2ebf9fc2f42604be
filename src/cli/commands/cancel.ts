import type { Command } from 'commander';
import { cancelJob } from '../../client/cancel.ts';
import { namedJob, ofSession, readJobs, reportDamage } from '../../client/jobs.ts';
import { markRead } from '../../client/mark-read.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { endSentence } from '../render/job.ts';
import { whereJobIs } from '../where-job-is.ts';

type CancelledJob = Extract<JobRecord, { status: 'cancelled' }>;

export function cancelCommand(program: Command): void {
  withCommonOptions(program.command('cancel'))
    .summary('end a job and everything it started')
    .description('Interrupts the turn, ends its commands and sub-agents, and records the job as cancelled.')
    .argument('[job]', 'id of a job, or an unambiguous part of it; the only active one without it')
    .action(async (name: string | undefined, options: CommonOptions) => {
      const context = whereJobIs(openContext(options.cwd), name);
      const read = await readJobs(context);
      reportDamage(context, read);
      const job = name === undefined ? onlyActive(context, read.jobs) : namedJob(context, name);
      await cancel(context, job, options);
    });
}

function onlyActive(context: Context, jobs: readonly JobRecord[]): JobRecord {
  const active = ofSession(context, jobs, false).filter((job) => !isFinished(job));
  const [only, ...others] = active;
  const scope = context.config.settings.sessionId === null ? '' : ' for this session';
  if (only === undefined) throw new CliError(EXIT.jobFailed, `No active Codex jobs to cancel${scope}.`);
  if (others.length > 0)
    throw new CliError(EXIT.jobFailed, 'Multiple Codex jobs are active. Pass a job id to /codex:cancel.');
  return only;
}

async function cancel(context: Context, job: JobRecord, options: CommonOptions): Promise<void> {
  if (job.status === 'cancelled') return printCancelled(context, job, options, true);
  if (isFinished(job)) throw new CliError(EXIT.jobFailed, `Cannot cancel: ${endSentence(job)}`);
  const { job: ended, alreadyFinished } = await cancelJob(context, job, 'user');
  if (ended.status !== 'cancelled') {
    const how = isFinished(ended) ? endSentence(ended) : `${ended.id} is still ${ended.status}`;
    throw new CliError(EXIT.jobFailed, `Cannot cancel: ${how}`);
  }
  printCancelled(context, ended, options, alreadyFinished);
}

function printCancelled(context: Context, job: CancelledJob, options: CommonOptions, before: boolean): void {
  const { io } = context;
  const { id, title, summary, interruption } = job;
  if (options.json) {
    io.json({
      jobId: id,
      status: 'cancelled',
      title,
      turnInterruptAttempted: interruption?.attempted ?? false,
      turnInterrupted: interruption?.confirmed ?? false,
    });
  } else {
    const lines = [
      '# Codex Cancel',
      '',
      `${before ? 'Already cancelled' : 'Cancelled'} ${id}.`,
      '',
      `- Title: ${title}`,
      `- Summary: ${summary}`,
      '- Check `/codex:status` for the updated queue.',
    ];
    io.foreign(`${lines.join('\n')}\n`);
  }
  markRead(context, job);
}
