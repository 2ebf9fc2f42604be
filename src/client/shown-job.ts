import { type FinishedJob as FinishedRecord, isFinished, type JobRecord } from '../contract/job.ts';
import type { FinishedJob, Job } from './api.ts';
import type { ClientContext } from './context.ts';
import { viewOf } from './job-view.ts';
import { type LiveView, readLive } from './live-jobs.ts';
import { resultOf, textOf } from './result.ts';

/** Jobs for a program: their records, what their brokers know beyond that, and what those that have ended came to. */
export async function shownJobs(context: ClientContext, readJobs: () => Promise<readonly JobRecord[]>): Promise<Job[]> {
  const { read, live } = await readLive(context, async () => ({ jobs: await readJobs() }));
  for (const sentence of live.silent) context.warn(sentence);
  return read.jobs.map((job) => shown(job, live));
}

/** The same of one, with what its broker has answered, or as it is recorded. */
export function shown(job: JobRecord, live?: LiveView): Job {
  const known = live?.jobs.get(job.id)?.job ?? job;
  const ended = isFinished(known) ? { result: resultOf(known), text: textOf(known) } : { result: null, text: null };
  return { ...viewOf(job, live), ...ended };
}

export function shownEnd(job: FinishedRecord): FinishedJob {
  return { ...viewOf(job), status: job.status, result: resultOf(job), text: textOf(job) };
}
