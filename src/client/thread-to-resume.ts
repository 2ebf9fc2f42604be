import { isThreadId } from '../contract/ids.ts';
import { isFinished, type JobRecord } from '../contract/job.ts';
import { jobWithKey } from '../status/keyed-job.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import { namedJob, ofSession, readJobs, reportDamage } from './jobs.ts';
import { latestNamedThread, resumeCandidate } from './resume.ts';

/**
 * The Codex thread that a job goes on with: that of `resume`, a job or a thread; without it that of the latest task. What was handed in before
 * under `key` had its thread chosen then.
 * @throws ClientError when there is none, or it is busy.
 */
export async function threadForKey(
  context: ClientContext,
  key: string | undefined,
  resume: string | undefined,
): Promise<string> {
  const known = key === undefined ? null : jobWithKey(key, (jobId) => context.store.read(jobId));
  return known?.request.resumeThreadId ?? threadToResume(context, resume);
}

async function threadToResume(context: ClientContext, resume: string | undefined): Promise<string> {
  const read = await readJobs(context);
  reportDamage(context, read);
  if (resume === undefined) return lastThread(context, read.jobs);
  if (context.store.findByPrefix(resume).kind !== 'none') return threadOf(namedJob(context, resume));
  if (isThreadId(resume) || isThreadOfOurs(context, resume)) return freeThread(resume, read.jobs);
  throw noSuchJobOrThread(context, resume);
}

/** The Codex thread that a job is on; before Codex has opened it, the one that it was asked to resume. */
export function intendedThread({ threadId, request }: JobRecord): string | null {
  return threadId ?? request.resumeThreadId;
}

async function lastThread(context: ClientContext, jobs: readonly JobRecord[]): Promise<string> {
  const busy = ofSession(context, jobs, false).find((job) => !isFinished(job) && job.kind === 'task');
  if (busy !== undefined) throw stillRunning(busy);
  const { sessionId } = context.config.settings;
  // A session knows its own jobs; a shell may have begun a thread before this state directory was there.
  const threadId =
    resumeCandidate(context, jobs)?.threadId ?? (sessionId === null ? await latestNamedThread(context) : null);
  if (threadId !== null) return threadId;
  throw new ClientError('not_resumable', 'No previous Codex task thread was found for this repository.');
}

function threadOf(job: JobRecord): string {
  if (!isFinished(job)) throw stillRunning(job);
  const threadId = intendedThread(job);
  if (threadId !== null) return threadId;
  throw new ClientError(
    'not_resumable',
    `Cannot resume ${job.id}: it ended before it had a Codex thread (hand it over anew)`,
  );
}

function freeThread(threadId: string, jobs: readonly JobRecord[]): string {
  const busy = jobs.find((job) => !isFinished(job) && intendedThread(job) === threadId);
  if (busy !== undefined) throw stillRunning(busy);
  return threadId;
}

/** Whatever it looks like: a Codex that we have not met may have ids of another form. */
function isThreadOfOurs({ store }: ClientContext, text: string): boolean {
  for (const job of store.newestFinished()) if (job.threadId === text) return true;
  return false;
}

function stillRunning(job: JobRecord): ClientError {
  return new ClientError('not_resumable', `Task ${job.id} is still running. Use /codex:status before continuing it.`);
}

function noSuchJobOrThread({ workspace }: ClientContext, text: string): ClientError {
  const remedy = 'run "codex-companion status --all" to list them, or use --resume-last for the latest task';
  const message = `No such job or thread: "${text}" is no job of "${workspace.root}", and no id of a Codex thread (${remedy})`;
  return new ClientError('job_not_found', message);
}
