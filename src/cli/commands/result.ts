import type { Command } from 'commander';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { namedJob, ofSession, readJobs, reportDamage } from '../jobs.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { viewOf } from '../render/job.ts';
import { renderResult } from '../render/result.ts';

export function resultCommand(program: Command): void {
  withCommonOptions(program.command('result'))
    .summary('what a job produced')
    .description('Prints the final message of a job, or what was saved of one that did not complete.')
    .argument('[job]', 'id of a job, or an unambiguous part of it; the latest finished one without it')
    .action(async (name: string | undefined, options: CommonOptions) => {
      const context = openContext(options.cwd);
      const job = await chosenJob(context, name);
      if (!isFinished(job)) {
        throw new CliError(
          EXIT.jobFailed,
          `Job ${job.id} is still ${job.status}. Check /codex:status and try again once it finishes.`,
        );
      }
      const rendered = renderResult(job);
      const result = job.status === 'completed' ? job.finalMessage : null;
      if (options.json) context.io.json({ job: viewOf(job, undefined), storedJob: { ...job, result, rendered } });
      else context.io.foreign(rendered);
    });
}

async function chosenJob(context: Context, name: string | undefined): Promise<JobRecord> {
  const read = await readJobs(context);
  reportDamage(context, read);
  if (name !== undefined) return namedJob(context, name);
  const [latest] = ofSession(context, read.jobs, false)
    .filter(isFinished)
    .sort((a, b) => (a.completedAt < b.completedAt ? 1 : -1));
  if (latest === undefined) throw new CliError(EXIT.jobFailed, 'No finished Codex jobs in this session yet');
  return latest;
}
