import { answerServerRequest } from '../codex/server-requests.ts';
import { RpcError } from '../rpc/message.ts';
import type { ThreadRouter } from './router.ts';

/** Answers a request of the app-server by policy, and says so in the log of the job that it concerns. */
export async function answerFor(router: ThreadRouter, method: string, params: unknown): Promise<unknown> {
  const answer = answerServerRequest(method, params);
  if (answer.threadId !== null) router.ownerOf(answer.threadId)?.notice(answer.notice);
  if (answer.kind === 'error') throw new RpcError(answer.error.code, answer.error.message);
  return answer.result;
}
