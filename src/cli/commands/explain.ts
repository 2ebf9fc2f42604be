import type { Command } from 'commander';
import { namedJob, readJobs, reportDamage } from '../../client/jobs.ts';
import { openContext } from '../context.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { renderHistory } from '../render/history.ts';
import { whereJobIs } from '../where-job-is.ts';

export function explainCommand(program: Command): void {
  withCommonOptions(program.command('explain'))
    .summary('how a job came to be what it is')
    .description('Prints the history of a job: each change of its state with its time, its cause and who says so.')
    .argument('<job>', 'id of a job, or an unambiguous part of it')
    .action(async (name: string, options: CommonOptions) => {
      const context = whereJobIs(openContext(options.cwd), name);
      reportDamage(context, await readJobs(context));
      const job = namedJob(context, name);
      const { id: jobId, status, rev, attempt, retryOf, owner, history } = job;
      if (options.json) context.io.json({ jobId, status, rev, attempt, retryOf, owner, history });
      else context.io.foreign(renderHistory(job));
    });
}
