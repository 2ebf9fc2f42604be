import { TASK_THREAD_PREFIX } from '../contract/ids.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { askCodex, codexError, isTooOld } from './ask-codex.ts';
import type { ClientContext } from './context.ts';
import { ofSession } from './jobs.ts';

/** Among these the thread of ours is looked for, newest first. */
const THREADS_LOOKED_AT = 20;

/** Longest time for the list of threads, with the start of a broker. */
const LOOKUP_MS = 30_000;

/** The newest task of this session that has ended and has a thread to go on with, however it ended. */
export function resumeCandidate(context: ClientContext, jobs: readonly JobRecord[]): FinishedJob | null {
  const ended = ofSession(context, jobs, false).filter(isFinished).filter(canBeResumed);
  const [newest] = ended.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return newest ?? olderCandidate(context);
}

/** Behind the jobs that every command reads. */
function olderCandidate({ store, config }: ClientContext): FinishedJob | null {
  const { sessionId } = config.settings;
  for (const job of store.newestFinished(sessionId === null ? {} : { sessionId })) if (canBeResumed(job)) return job;
  return null;
}

function canBeResumed({ kind, threadId }: FinishedJob): boolean {
  return kind === 'task' && threadId !== null;
}

/**
 * The Codex thread of a task of ours that was used last in this workspace, from whatever state directory.
 * @throws ClientError when Codex cannot say. One that keeps no list has none.
 */
export async function latestNamedThread(context: ClientContext): Promise<string | null> {
  const { root, cwd } = context.workspace;
  const question = {
    cwds: [...new Set([root, cwd])],
    search: TASK_THREAD_PREFIX.trim(),
    limit: THREADS_LOOKED_AT,
  };
  try {
    const { threads } = await askCodex(context, 'codex/threads', question, LOOKUP_MS);
    return threads.find(({ name }) => name?.startsWith(TASK_THREAD_PREFIX))?.id ?? null;
  } catch (error) {
    if (isTooOld(error)) return null;
    throw codexError(error);
  }
}
