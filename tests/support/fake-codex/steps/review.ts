import type { Item, Turn } from '../turn.ts';

/** What the real server says of a review that was interrupted or failed. */
export const NO_REVIEW = {
  review: 'Reviewer failed to output a response.',
  message: 'Review was interrupted. Please re-run /review and wait for it to complete.',
} as const;

/** What precedes `turn/started` in a review. */
export function enterReview(turn: Turn, hint: string): void {
  const item = { type: 'enteredReviewMode', id: turn.newItemId('review'), review: hint };
  turn.started(item);
  turn.completed(item);
}

/**
 * The reviewer's own message, which only starts and never completes, then the review as a text: once as the end of
 * the review, once as a message.
 */
export function exitReview(turn: Turn, text: { readonly review: string; readonly message: string }): Item {
  if (text.review !== NO_REVIEW.review) turn.started(message(turn, verdict(text.review)));
  const exited = { type: 'exitedReviewMode', id: turn.newItemId('review'), review: text.review };
  turn.started(exited);
  turn.completed(exited);
  const item = message(turn, text.message);
  turn.started(item);
  turn.completed(item);
  return item;
}

function message(turn: Turn, text: string): Item {
  return { type: 'agentMessage', id: turn.newItemId('msg'), text, phase: null, memoryCitation: null };
}

function verdict(text: string): string {
  return JSON.stringify({
    findings: [],
    overall_correctness: 'patch is correct',
    overall_explanation: text,
    overall_confidence_score: 0.9,
  });
}
