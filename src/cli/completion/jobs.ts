import { clientContext } from '../../client/context.ts';
import { settleJobs } from '../../client/jobs.ts';
import { loadWorkspace } from '../../config/config.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { thisProgram } from '../this-program.ts';
import type { Suggestion } from './suggestions.ts';

/** Of the finished jobs so many newest ones are suggested. */
export const MAX_FINISHED_SUGGESTED = 20;

/** Commands that only some jobs make sense for. */
const MAKES_SENSE: Readonly<Record<string, (job: JobRecord) => boolean>> = {
  cancel: (job) => !isFinished(job),
  result: isFinished,
  retry: (job) => isFinished(job) && job.status !== 'completed',
};

/** The jobs of a workspace, those that are active first, the newest first. As every reader does, it settles what a dead broker left. */
export async function jobSuggestions(command: string, cwd: string | undefined): Promise<Suggestion[]> {
  const { config, workspace } = loadWorkspace(cwd ?? process.cwd());
  const context = clientContext({ config, workspace, program: thisProgram(), warn: () => undefined });
  const { jobs } = await settleJobs(context, { finished: MAX_FINISHED_SUGGESTED });
  return jobs
    .filter(MAKES_SENSE[command] ?? (() => true))
    .sort(byUrgency)
    .map(({ id, status, summary }) => ({ word: id, about: `${status}: ${summary}` }));
}

function byUrgency(a: JobRecord, b: JobRecord): number {
  if (isFinished(a) !== isFinished(b)) return isFinished(a) ? 1 : -1;
  return b.createdAt.localeCompare(a.createdAt);
}
