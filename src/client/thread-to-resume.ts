import { isFinished, type JobRecord } from '../contract/job.ts';
import { ClientError } from './client-error.ts';
import type { ClientContext } from './context.ts';
import { namedJob, ofSession, readJobs, reportDamage } from './jobs.ts';
import { latestNamedThread, resumeCandidate } from './resume.ts';

const JOB_REFERENCE = /^(?:task|review|gate)-/u;

export interface ResumeOptions {
  readonly resumeLast?: boolean;
  /** A job, or a Codex thread. */
  readonly resume?: string;
  readonly fresh?: boolean;
}

/** The Codex thread that was meant. @throws ClientError when there is none, or it is busy. */
export async function threadToResume(context: ClientContext, { resume }: ResumeOptions): Promise<string> {
  const read = await readJobs(context);
  reportDamage(context, read);
  if (resume === undefined) return lastThread(context, read.jobs);
  return JOB_REFERENCE.test(resume) ? threadOf(namedJob(context, resume)) : freeThread(resume, read.jobs);
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
  if (job.threadId !== null) return job.threadId;
  throw new ClientError(
    'not_resumable',
    `Cannot resume ${job.id}: it ended before it had a Codex thread (hand it over anew)`,
  );
}

function freeThread(threadId: string, jobs: readonly JobRecord[]): string {
  const busy = jobs.find((job) => !isFinished(job) && job.threadId === threadId);
  if (busy !== undefined) throw stillRunning(busy);
  return threadId;
}

function stillRunning(job: JobRecord): ClientError {
  return new ClientError('not_resumable', `Task ${job.id} is still running. Use /codex:status before continuing it.`);
}
