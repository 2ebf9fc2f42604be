import { ofSession, readJobs } from '../../client/jobs.ts';
import { watchNewJobs } from '../../client/new-jobs.ts';
import type { JobRecord } from '../../contract/job.ts';
import type { Context } from '../context.ts';
import { EXIT, exitCodeForError, verdictOf } from '../exit-codes.ts';
import { isOpen, type JobChoice } from './chosen-jobs.ts';
import { FollowedJobs } from './followed-jobs.ts';
import type { LogPrinter } from './printer.ts';

export interface FollowLogsOptions extends JobChoice {
  /** Exit as the jobs did. */
  readonly exitCode?: boolean;
}

/**
 * Prints the logs of these jobs as they grow, until all have ended; of an open group, until none of it is active any more.
 * Ctrl-C leaves the jobs alone.
 * @returns the exit status
 */
export async function followLogs(
  context: Context,
  jobs: ReadonlyMap<string, Context>,
  printer: LogPrinter,
  options: FollowLogsOptions,
): Promise<number> {
  const followed = new FollowedJobs(printer);
  let interrupted = false;
  const onInterrupt = () => {
    interrupted = true;
    if (followed.going.length > 0) context.io.note(leaveSentence(followed.going, options));
    printer.stop();
  };
  process.once('SIGINT', onInterrupt);
  try {
    for (const [id, place] of jobs) followed.add(place, id);
    await (isOpen(options) ? followOpenGroup(context, followed, printer, options) : followed.allEnded());
  } catch (error) {
    if (!printer.stopped.aborted) throw error;
    return interrupted ? EXIT.interrupted : EXIT.done;
  } finally {
    process.off('SIGINT', onInterrupt);
    // Of what is still followed nothing is printed any more: it would keep this process.
    printer.stop();
  }
  const [failure] = followed.failures;
  if (failure !== undefined) return exitCodeForError(failure) ?? EXIT.jobFailed;
  return options.exitCode ? verdictOf(followed.ended) : EXIT.done;
}

async function followOpenGroup(
  context: Context,
  followed: FollowedJobs,
  printer: LogPrinter,
  { all = false }: JobChoice,
): Promise<void> {
  const takeIn = (job: JobRecord | null) => {
    if (job === null || followed.has(job.id) || ofSession(context, [job], all).length === 0) return;
    printer.add(context, job.id);
    followed.add(context, job.id);
  };
  const stopWatching = watchNewJobs(context, (id) => {
    if (!followed.has(id)) takeIn(context.store.read(id));
  });
  try {
    do {
      await followed.allEnded();
      // What the watch has not told of yet, or could not.
      const { jobs } = await readJobs(context, { finished: 0 });
      for (const job of jobs) takeIn(job);
    } while (followed.going.length > 0);
  } finally {
    stopWatching();
  }
}

/** What was left, and how to come back to it. */
function leaveSentence(ids: readonly string[], { active, all }: JobChoice): string {
  const [goes, them] = ids.length === 1 ? ['goes', 'it'] : ['go', 'them'];
  const back = all ? '--all' : active ? '--active' : ids.join(' ');
  const end = ids.length === 1 ? `, codex-companion cancel ${ids.join()} ends it` : '';
  return `${ids.join(', ')} ${goes} on (codex-companion logs -f ${back} comes back to ${them}${end})`;
}
