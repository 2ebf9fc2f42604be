import type { Handler } from './handler.ts';

/** A person's answer to what Codex asks. False when the question is not open (any more). */
export const answer: Handler<'job/answer'> = ({ jobId, questionId, decision, by }, { approvals }) => ({
  answered: approvals.answer(jobId, questionId, decision, by),
});
