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
    const { review } = input.request;
    return await (review === null ? runTask(input, link) : runReview(input, review, link));
  } catch (error) {
    return { status: 'failed', fault: Fault.from(error).toData() };
  } finally {
    link.close();
  }
}
