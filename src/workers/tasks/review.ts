import type { CodexReviewTarget } from '../../codex/requests.ts';
import type { ReviewTarget } from '../../contract/review.ts';
import type { Link } from '../link.ts';
import { nameThread } from '../name-thread.ts';
import { openThread } from '../open-thread.ts';
import type { Outcome, TaskInput } from '../port.ts';
import { TurnFollower } from '../turn-follower.ts';

/** Codex's own review of a target, on a thread of its own. Its text is the final message. */
export async function runReview(input: TaskInput, target: ReviewTarget, link: Link): Promise<Outcome> {
  const threadId = await openThread(input, link);
  const turn = new TurnFollower(link, threadId);
  link.listen(turn);
  return Promise.race([startReview(input, target, link, threadId, turn), turn.ended]);
}

/** Settles with the review's end, as a turn does. */
async function startReview(
  input: TaskInput,
  target: ReviewTarget,
  link: Link,
  threadId: string,
  turn: TurnFollower,
): Promise<Outcome> {
  const starting = link.call('review/start', { threadId, target: targetOf(target) });
  nameThread(input, link, threadId);
  turn.started((await starting).turn);
  return turn.ended;
}

function targetOf(target: ReviewTarget): CodexReviewTarget {
  switch (target.mode) {
    case 'working-tree':
      return { type: 'uncommittedChanges' };
    case 'branch':
      return { type: 'baseBranch', branch: target.baseRef };
  }
}
