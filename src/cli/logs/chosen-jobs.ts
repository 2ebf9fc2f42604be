import { ofSession, readJobs, reportDamage } from '../../client/jobs.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import type { Context } from '../context.ts';
import { CliError, EXIT } from '../exit-codes.ts';
import { namedJobs } from '../named-jobs.ts';

export interface JobChoice {
  /** The active jobs of this session. */
  readonly active?: boolean;
  /** The active jobs of every session. */
  readonly all?: boolean;
}

/** Whether it is a group that further jobs can come into, and not these jobs or those. */
export function isOpen({ active, all }: JobChoice): boolean {
  return active === true || all === true;
}

/** Whose logs are to be printed, by id, each with its workspace. @throws ClientError, CliError when there is no such job. */
export async function chosenJobs(
  context: Context,
  names: readonly string[],
  choice: JobChoice,
): Promise<Map<string, Context>> {
  if (names.length > 0) return namedJobs(context, names);
  const read = await readJobs(context);
  reportDamage(context, read);
  const jobs = isOpen(choice) ? activeOf(context, read.jobs, choice) : [latestOf(context, read.jobs)];
  return new Map(jobs.map(({ id }) => [id, context]));
}

function activeOf(context: Context, jobs: readonly JobRecord[], { all = false }: JobChoice): JobRecord[] {
  const active = ofSession(context, jobs, all)
    .filter((job) => !isFinished(job))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  if (active.length > 0) return active;
  const scope = all || context.config.settings.sessionId === null ? '' : ' for this session';
  throw new CliError(EXIT.jobFailed, `No active Codex jobs${scope}.`);
}

/** The newest that is active; else the newest. */
function latestOf(context: Context, jobs: readonly JobRecord[]): JobRecord {
  const own = ofSession(context, jobs, false);
  const job = own.find((candidate) => !isFinished(candidate)) ?? own[0];
  if (job === undefined) throw new CliError(EXIT.jobFailed, 'No jobs recorded yet.');
  return job;
}
