import type { CodexReviewTarget } from '../../codex/requests.ts';
import type { ReviewTarget } from '../../contract/review.ts';
import type { Link } from '../link.ts';
import type { Outcome, TaskInput } from '../port.ts';
import { runTurn } from '../run-turn.ts';

/** Codex's own review of a target, on a thread of its own. Its text is the final message. */
export function runReview(input: TaskInput, target: ReviewTarget, link: Link): Promise<Outcome> {
  return runTurn(input, link, (threadId) => link.call('review/start', { threadId, target: targetOf(target) }));
}

function targetOf(target: ReviewTarget): CodexReviewTarget {
  switch (target.mode) {
    case 'working-tree':
      return { type: 'uncommittedChanges' };
    case 'branch':
      return { type: 'baseBranch', branch: target.baseRef };
  }
}
