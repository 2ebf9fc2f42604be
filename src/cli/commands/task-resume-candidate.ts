import type { Command } from 'commander';
import { readJobs, reportDamage } from '../../client/jobs.ts';
import { resumeCandidate } from '../../client/resume.ts';
import type { FinishedJob } from '../../contract/job.ts';
import { summaryOf } from '../../review/summary.ts';
import { openContext } from '../context.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';

export function taskResumeCandidateCommand(program: Command): void {
  withCommonOptions(program.command('task-resume-candidate'))
    .summary('whether there is a task to go on with')
    .description('Names the task that `task --resume-last` would go on with; exits 0 also when there is none.')
    .action(async (options: CommonOptions) => {
      const context = openContext(options.cwd);
      const read = await readJobs(context);
      reportDamage(context, read);
      const job = resumeCandidate(context, read.jobs);
      const { sessionId } = context.config.settings;
      const candidate = job === null ? null : viewOf(job);
      if (options.json) context.io.json({ available: job !== null, sessionId, candidate });
      else context.io.out(`${sentence(job)}\n`);
    });
}

function viewOf(job: FinishedJob) {
  const { id, status, title, threadId, completedAt, updatedAt } = job;
  return { id, status, title, summary: summaryOf(job), threadId, completedAt, updatedAt };
}

function sentence(job: FinishedJob | null): string {
  if (job === null) return 'No resumable task found for this session.';
  return `Resumable task found: ${job.id} (${job.status}).`;
}
