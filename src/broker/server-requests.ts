import { answerServerRequest, approvalIn, type Decision } from '../codex/server-requests.ts';
import { RpcError } from '../rpc/message.ts';
import type { ThreadRouter } from './router.ts';

/** Answers a request of the app-server by the rule of the job that it concerns, and says so in that job's log. */
export async function answerFor(router: ThreadRouter, method: string, params: unknown): Promise<unknown> {
  const answer = answerServerRequest(method, params, await decisionOn(router, method, params));
  if (answer.threadId !== null) router.ownerOf(answer.threadId)?.notice(answer.notice);
  if (answer.kind === 'error') throw new RpcError(answer.error.code, answer.error.message);
  return answer.result;
}

async function decisionOn(router: ThreadRouter, method: string, params: unknown): Promise<Decision> {
  const question = approvalIn(method, params);
  const owner = question === null || question.threadId === null ? undefined : router.ownerOf(question.threadId);
  return question === null || owner === undefined ? 'decline' : owner.decide(question);
}
