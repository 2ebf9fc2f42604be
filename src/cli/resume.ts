import { TASK_THREAD_PREFIX } from '../contract/ids.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import type { Context } from './context.ts';
import { ensureBroker } from './daemon.ts';
import { ofSession } from './jobs.ts';

/** Among these the thread of ours is looked for, newest first. */
const THREADS_LOOKED_AT = 20;

/** The newest task of this session that has ended and has a thread to go on with, however it ended. */
export function resumeCandidate(context: Context, jobs: readonly JobRecord[]): FinishedJob | null {
  const ended = ofSession(context, jobs, false)
    .filter(isFinished)
    .filter((job) => job.kind === 'task' && job.threadId !== null);
  return ended.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0] ?? null;
}

/** The newest Codex thread of this workspace that a task of ours began, from whatever state directory. */
export async function latestNamedThread(context: Context): Promise<string | null> {
  const client = await ensureBroker(context);
  try {
    const question = { cwd: context.workspace.cwd, search: TASK_THREAD_PREFIX.trim(), limit: THREADS_LOOKED_AT };
    const { threads } = await client.call('codex/threads', question);
    return threads.find(({ name }) => name?.startsWith(TASK_THREAD_PREFIX))?.id ?? null;
  } finally {
    client.close();
  }
}
