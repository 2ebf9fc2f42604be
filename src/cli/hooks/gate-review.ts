import { cancelAt } from '../../client/cancel.ts';
import { followJob } from '../../client/follow.ts';
import { jobSpec } from '../../client/job-spec.ts';
import { brokerOf } from '../../client/jobs.ts';
import { READ_ONLY } from '../../client/permissions.ts';
import { submitJob } from '../../client/submit.ts';
import { messageOf } from '../../contract/fault.ts';
import type { FinishedJob, JobSpec } from '../../contract/job.ts';
import { buildStopGatePrompt } from '../../review/gate-prompt.ts';
import { settledWithin } from '../../util/deadline.ts';
import type { Context } from '../context.ts';
import { EXIT, exitCodeForError, exitCodeOf } from '../exit-codes.ts';

/** The host gives the hook 15 minutes, and takes no answer for an answer when they are over. */
export const GATE_WAIT_MS = 14 * 60_000;

/** The review itself ends before that, in the usual way, with what it had found kept. */
export const GATE_JOB_MS = 13 * 60_000;

/** For a review that nobody waits for any more to be cancelled. */
const CANCEL_MS = 5_000;

export type GateReview =
  | { readonly kind: 'ended'; readonly job: FinishedJob }
  | { readonly kind: 'notSetUp'; readonly detail: string }
  | { readonly kind: 'none'; readonly why: string }
  /** The host has told us to go. */
  | { readonly kind: 'dismissed' };

export interface GateReviewOptions {
  readonly waitMs?: number;
  /** Aborts when nobody waits for the verdict any more. */
  readonly dismissed: AbortSignal;
}

/** Has Codex review what Claude did in its last turn. Never rejects: that there is no review is an outcome. */
export async function reviewLastTurn(
  context: Context,
  lastMessage: string | null,
  { waitMs = GATE_WAIT_MS, dismissed }: GateReviewOptions,
): Promise<GateReview> {
  const timeout = AbortSignal.timeout(waitMs);
  try {
    const job = await runReview(context, reviewSpec(context, lastMessage), AbortSignal.any([timeout, dismissed]));
    const unusable = job.status === 'failed' && exitCodeOf(job) === EXIT.codexUnusable;
    return unusable ? { kind: 'notSetUp', detail: job.errorMessage } : { kind: 'ended', job };
  } catch (error) {
    if (dismissed.aborted) return { kind: 'dismissed' };
    if (timeout.aborted) return { kind: 'none', why: `the review had not ended after ${waitMs / 60_000} minutes` };
    const notSetUp = exitCodeForError(error) === EXIT.codexUnusable;
    return notSetUp ? { kind: 'notSetUp', detail: messageOf(error) } : { kind: 'none', why: messageOf(error) };
  }
}

function reviewSpec(context: Context, lastMessage: string | null): JobSpec {
  const { jobTimeoutMs } = context.config.settings;
  const parts = {
    kind: 'stop-gate-review',
    title: 'Codex Stop Gate Review',
    summary: 'Stop-gate review of previous Claude turn',
    prompt: buildStopGatePrompt(lastMessage),
    permissions: READ_ONLY,
  } as const;
  return jobSpec(context, parts, { timeout: jobTimeoutMs === 0 ? GATE_JOB_MS : Math.min(jobTimeoutMs, GATE_JOB_MS) });
}

/** A review that is not waited for to its end is ended. */
async function runReview(context: Context, spec: JobSpec, signal: AbortSignal): Promise<FinishedJob> {
  // Without a Codex it is known at once that there will be no review.
  context.place();
  const { attached } = await submitJob(context, spec, { follow: true });
  try {
    return await followJob(context, spec.id, { signal, ...(attached === null ? {} : { attached }) });
  } catch (error) {
    if (signal.aborted) await settledWithin(cancel(context, spec.id), CANCEL_MS);
    throw error;
  }
}

async function cancel(context: Context, jobId: string): Promise<void> {
  const job = context.store.read(jobId);
  const client = job === null ? null : await brokerOf(context, job, { impatient: true });
  if (client === null) return;
  try {
    await cancelAt(client, jobId, 'the stop hook');
  } finally {
    client.close();
  }
}
