import type { Command } from 'commander';
import { namedJob, readJobs, reportDamage } from '../../client/jobs.ts';
import { type RetryOptions, retrySpec } from '../../client/retry-spec.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../../contract/job.ts';
import { type Context, openContext } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { withJobOptions } from '../job-options.ts';
import { type NotifyOptions, refuseToNotifyLater, withNotifyOption } from '../notify.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { runReviewSpec } from '../run-review.ts';
import { refuseToAskNobody, runTaskJob } from '../run-task.ts';
import { whereJobIs } from '../where-job-is.ts';

interface RetryCommandOptions extends CommonOptions, RetryOptions, NotifyOptions {
  readonly force?: boolean;
}

export function retryCommand(program: Command): void {
  withNotifyOption(withJobOptions(withCommonOptions(program.command('retry'))))
    .summary('hand a job over again')
    .description(
      'Hands a job that failed or was cancelled over again, as a new job with the same request: prompt, permissions, model and clocks. A task goes on with its Codex thread when it has one.',
    )
    .argument('<job>', 'id of a job, or an unambiguous part of it')
    .option('--fresh', 'begin a new Codex thread')
    .option('--force', 'also a job that has completed')
    .option('--background', 'return at once with the id of the new job')
    .action(async (name: string, options: RetryCommandOptions) => {
      process.exitCode = await retry(name, options);
    });
}

async function retry(name: string, options: RetryCommandOptions): Promise<number> {
  refuseToNotifyLater(options);
  const context = whereJobIs(openContext(options.cwd), name);
  reportDamage(context, await readJobs(context));
  const job = ended(namedJob(context, name), options);
  const spec = retrySpec(context, job, options);
  refuseToAskNobody(spec.request.onApproval, options);
  if (!options.json && options.background !== true) noteWhat(context, job, spec.request.resumeThreadId);
  return spec.request.review === null ? runTaskJob(context, spec, options) : runReviewSpec(context, spec, options);
}

function ended(job: JobRecord, { force }: RetryCommandOptions): FinishedJob {
  if (!isFinished(job))
    throw refused(job, `it is ${job.status}`, `wait for its end, or run "codex-companion cancel ${job.id}"`);
  if (job.kind === 'stop-gate-review')
    throw refused(job, 'it belonged to a turn that is over', 'the next turn has a review of its own');
  if (job.status === 'completed' && force !== true)
    throw refused(job, 'it has completed', `see "codex-companion result ${job.id}", or add --force`);
  return job;
}

function refused({ id }: JobRecord, why: string, remedy: string): CliError {
  return new CliError(EXIT.jobFailed, `Cannot retry ${id}: ${why} (${remedy})`);
}

function noteWhat({ io }: Context, { id }: JobRecord, threadId: string | null): void {
  io.note(`[codex] Retry of ${id}${threadId === null ? '' : `, on its Codex thread ${threadId}`}`);
}
