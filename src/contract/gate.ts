import type { JobRecord } from './job.ts';

/** What the review at the end of a session comes to. */
export type GateOutcome =
  | { readonly kind: 'allow'; readonly note: string }
  | { readonly kind: 'block'; readonly reason: string }
  /** Nobody knows whether the work is sound: the infrastructure failed, not the work. */
  | { readonly kind: 'couldNotReview'; readonly why: string; readonly block: boolean };

export interface GateContext {
  /** The host says that this session was held back once already. */
  readonly alreadyBlocked: boolean;
  /** What turns the gate off, as a person would type it. */
  readonly offSwitch: string;
}

const VERDICT = /^\s*(ALLOW|BLOCK):\s*(.*)$/u;

/**
 * Three outcomes, never two. Only a review that completed can approve or object, by the first line of
 * its answer (`ALLOW: …` or `BLOCK: …`). Everything else could not be reviewed: that may hold a session
 * back once, never twice, and always names the off switch.
 *
 * @param review the ended review job, or the sentence that says why there is none.
 */
export function gateOutcome(review: JobRecord | string, context: GateContext): GateOutcome {
  if (typeof review === 'string') return couldNotReview(review, context);
  if (review.status !== 'completed') return couldNotReview(endOf(review), context);
  const [firstLine = ''] = review.finalMessage.trimStart().split('\n');
  const [, verdict, detail = ''] = VERDICT.exec(firstLine) ?? [];
  switch (verdict) {
    case 'ALLOW':
      return { kind: 'allow', note: detail.trim() };
    case 'BLOCK':
      return { kind: 'block', reason: reasonOf(detail, review.finalMessage) };
    default:
      return couldNotReview(
        `the review's first line is no verdict: "${firstLine.slice(0, MAX_QUOTED_CHARS)}"`,
        context,
      );
  }
}

const MAX_QUOTED_CHARS = 200;

function couldNotReview(why: string, { alreadyBlocked, offSwitch }: GateContext): GateOutcome {
  const message = `Codex could not review this session: ${why}. To go on without reviews: ${offSwitch}`;
  return { kind: 'couldNotReview', why: message, block: !alreadyBlocked };
}

function endOf(job: Exclude<JobRecord, { status: 'completed' }>): string {
  switch (job.status) {
    case 'failed':
      return `${job.reason}: ${job.errorMessage}`;
    case 'cancelled':
      return 'the review was cancelled';
    default:
      return `the review is still ${job.status}`;
  }
}

/** The verdict's own line, and what the reviewer wrote beneath it. */
function reasonOf(detail: string, message: string): string {
  const [, ...rest] = message.trimStart().split('\n');
  return [detail.trim(), rest.join('\n').trim()].filter((part) => part !== '').join('\n');
}
