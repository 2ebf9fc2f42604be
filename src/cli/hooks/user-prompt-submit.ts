import * as v from 'valibot';
import { reportDamage, settleJobs } from '../../client/jobs.ts';
import type { FinishedJob } from '../../contract/job.ts';
import { forgetSeen, markSeen, seenJobs } from '../../status/seen.ts';
import type { Context } from '../context.ts';
import { MAX_TOLD_JOBS, unreadText } from '../render/unread.ts';
import { hostContext } from './host-context.ts';
import { Path, readInput, SessionId } from './input.ts';

/** This runs before every prompt: of the session's jobs that nobody was told of, so many are looked at. */
const MAX_UNREAD_LOOKED_AT = 200;

const InputSchema = v.object({ cwd: Path, session_id: SessionId });

/** Tells Claude of the jobs of its session that have ended since, each of them once. Starts nothing. */
export async function userPromptSubmit(): Promise<void> {
  const context = hostContext(await readInput(InputSchema));
  const { sessionId } = context.config.settings;
  if (sessionId === null) return;
  const { directory } = context.workspace;
  const seen = seenJobs(directory);
  const settled = await settleJobs(context, { finished: 0 });
  const unread = unreadOf(context, sessionId, seen);
  reportDamage(context, { ...settled, damaged: context.store.damaged });
  // The mark is the claim to tell: of two prompts at once only one gets it.
  const told = unread.slice(0, MAX_TOLD_JOBS).filter((job) => markSeen(directory, job.id));
  if (told.length > 0) tell(context, told, unread.length - told.length);
  forgetRemoved(context, seen);
}

/** Oldest first. A review of the stop gate has been answered for by its hook. */
function unreadOf({ store }: Context, sessionId: string, seen: ReadonlySet<string>): FinishedJob[] {
  return store
    .listFinished({ limit: MAX_UNREAD_LOOKED_AT, sessionId, except: seen })
    .filter((job) => job.kind !== 'stop-gate-review')
    .reverse();
}

function tell({ io }: Context, jobs: readonly FinishedJob[], more: number): void {
  const additionalContext = unreadText(jobs, more, Date.now());
  io.out(`${JSON.stringify({ hookSpecificOutput: { hookEventName: 'UserPromptSubmit', additionalContext } })}\n`);
}

/** Marks outlive their jobs; `seen` was read before the jobs are, so that none of a new job is taken for one. */
function forgetRemoved({ store, workspace }: Context, seen: ReadonlySet<string>): void {
  if (seen.size === 0) return;
  const known = store.ids();
  forgetSeen(
    workspace.directory,
    [...seen].filter((id) => !known.has(id)),
  );
}
