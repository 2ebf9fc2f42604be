import { type MessagePort, threadId } from 'node:worker_threads';
import { Fault } from '../contract/fault.ts';
import { Link } from './link.ts';
import type { Outcome, TaskInput } from './port.ts';
import { runReview } from './tasks/review.ts';
import { runTask } from './tasks/task.ts';

/** The entry of a thread of the pool: one job from its first call to its outcome. Never rejects. */
export async function runJob({
  input,
  port,
}: {
  readonly input: TaskInput;
  readonly port: MessagePort;
}): Promise<Outcome> {
  const link = new Link(port);
  link.began(threadId);
  try {
    return await conversationOf(input, link);
  } catch (error) {
    return { status: 'failed', fault: Fault.from(error).toData() };
  } finally {
    link.close();
  }
}

/** Of the kinds of jobs only one is Codex's own review; every other is a turn with a prompt of ours. */
function conversationOf(input: TaskInput, link: Link): Promise<Outcome> {
  const { review } = input.request;
  return input.kind === 'review' && review !== null ? runReview(input, review.target, link) : runTask(input, link);
}

/** What a thread is started with when there is no job for it yet. */
export function warmUp(): void {}
