import type { ReviewTarget } from '../contract/review.ts';
import { targetOf } from './result.ts';
import type { ReviewParts } from './review-parts.ts';

/** Why a review was not begun. */
export function nothingToReview({ label }: ReviewTarget): string {
  return `Nothing to review: the ${label} is empty.`;
}

/** What a command prints with `--json` of a review that was not begun: the keys of one that has ended, without a job. */
export function emptyReviewPayload({ kind, review: subject }: ReviewParts): object {
  const sentence = nothingToReview(subject.target);
  const { repoRoot, branch, summary } = subject;
  const common = {
    target: targetOf(subject),
    nothingToReview: true,
    jobId: null,
    usage: null,
    threadId: null,
    codex: { status: 0, stderr: '', stdout: sentence, reasoning: [] },
  };
  if (kind === 'review') return { review: 'Review', ...common, sourceThreadId: null };
  return {
    review: 'Adversarial Review',
    ...common,
    context: { repoRoot, branch, summary },
    // Nobody has looked, so nobody has approved.
    result: null,
    rawOutput: sentence,
    parseError: null,
    reasoningSummary: [],
  };
}
