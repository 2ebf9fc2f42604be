import type { Interruption } from '../contract/job.ts';
import { RpcError } from '../rpc/message.ts';
import type { Peer } from '../rpc/peer.ts';

/** Bound for each step of ending a turn upstream; a healthy app-server needs 10 to 300 ms. */
export const AFTERCARE_STEP_MS = 2_000;

/** The Codex thread of a job, and those of its sub-agents. `turnId` is null before the turn has a name. */
export interface ThreadOfJob {
  readonly threadId: string;
  readonly turnId: string | null;
  readonly childThreadIds: readonly string[];
}

/**
 * Ends a turn upstream so that nothing of it runs on: the turn, its sub-agents' turns (which outlive
 * it), and the commands of all of them (which an interrupt alone leaves running).
 */
export async function endTurn(peer: Peer, thread: ThreadOfJob): Promise<Interruption> {
  const all = [thread.threadId, ...thread.childThreadIds];
  const [confirmed] = await Promise.all([
    interrupt(peer, thread.threadId, thread.turnId),
    ...thread.childThreadIds.map((child) => interrupt(peer, child, null)),
  ]);
  // An app-server that does not answer an interrupt will not answer this either: its health probe decides.
  if (confirmed) await Promise.all(all.map((threadId) => cleanTerminals(peer, threadId)));
  return { attempted: true, confirmed };
}

/** After a turn that ended by itself: its leftovers are ended and its threads given back. */
export async function giveBack(peer: Peer, thread: ThreadOfJob): Promise<void> {
  const all = [thread.threadId, ...thread.childThreadIds];
  await Promise.all(thread.childThreadIds.map((child) => interrupt(peer, child, null)));
  await Promise.all(all.map((threadId) => cleanTerminals(peer, threadId)));
  await Promise.all(all.map((threadId) => ask(peer, 'thread/unsubscribe', { threadId })));
}

/** Gives a thread its name once more: Codex takes the prompt for one when it keeps the first message, which may be after the name was set. */
export async function keepName(peer: Peer, threadId: string, name: string): Promise<void> {
  await ask(peer, 'thread/name/set', { threadId, name });
}

/** True when the app-server says that the turn is no longer running. */
export async function interrupt(peer: Peer, threadId: string, turnId: string | null): Promise<boolean> {
  const named = turnId === null ? 'refused' : await ask(peer, 'turn/interrupt', { threadId, turnId });
  // Who was silent once would be so again: a second try only makes the wait longer.
  if (named !== 'refused') return named === 'done';
  // An empty id means the active turn, whatever its name: a review's is not the one its start answered with.
  return (await ask(peer, 'turn/interrupt', { threadId, turnId: '' })) === 'done';
}

function cleanTerminals(peer: Peer, threadId: string): Promise<Answer> {
  return ask(peer, 'thread/backgroundTerminals/clean', { threadId });
}

type Answer = 'done' | 'refused' | 'silent';

/** Never rejects. A closed connection is silent, too. */
async function ask(peer: Peer, method: string, params: object): Promise<Answer> {
  try {
    await peer.request(method, params, { timeoutMs: AFTERCARE_STEP_MS });
    return 'done';
  } catch (error) {
    return error instanceof RpcError ? 'refused' : 'silent';
  }
}
