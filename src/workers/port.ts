import type { TurnEnd } from '../codex/turn-state.ts';
import type { Fact } from '../contract/fact.ts';
import type { FaultData } from '../contract/fault.ts';
import type { JobRequest, JobSpec, Resolved } from '../contract/job.ts';

/** What one thread is given to do. Plain data: it is cloned into the thread. */
export interface TaskInput {
  readonly jobId: string;
  readonly kind: JobSpec['kind'];
  readonly cwd: string;
  readonly threadName: string;
  readonly request: JobRequest;
  readonly codexVersion: string | null;
}

/** How the conversation of a job ended: as its turn did, or before there was one. */
export type Outcome = TurnEnd;

/** Why a call to the app-server has no result. */
export type CallError =
  | { readonly kind: 'rpc'; readonly code: number; readonly message: string; readonly data?: unknown }
  | { readonly kind: 'deadline'; readonly message: string }
  | { readonly kind: 'closed'; readonly message: string };

/**
 * Broker → thread. `lines` are notifications as they were received: objects would cost three times as much to copy as the text does to
 * copy and read again. `appServerGone` is posted after every notification that was received before.
 */
export type ToThread =
  | { readonly type: 'notifications'; readonly lines: readonly string[] }
  | { readonly type: 'result'; readonly callId: number; readonly result: unknown }
  | { readonly type: 'callFailed'; readonly callId: number; readonly error: CallError }
  | { readonly type: 'appServerGone'; readonly fault: FaultData };

/**
 * Thread → broker. `facts` is a list in JSON, by {@link packFacts}, and goes on to the bus as it is. `garbage` is a line that is no
 * JSON: nobody has read it before. `read` follows each message with notifications.
 */
export type ToBroker =
  | { readonly type: 'began'; readonly threadNumber: number }
  | { readonly type: 'call'; readonly callId: number; readonly method: string; readonly params: unknown }
  | { readonly type: 'threadReady'; readonly threadId: string; readonly resolved: Resolved }
  | { readonly type: 'turnStarted'; readonly turnId: string }
  | { readonly type: 'facts'; readonly facts: string }
  | { readonly type: 'garbage'; readonly line: string }
  | { readonly type: 'read' };

/** One list becomes one event. In more than this, the bus would have to cut texts. */
export const MAX_FACTS_CHARS = 48 * 1024;

/** As text for the same reason as the lines; in as many lists as it takes. */
export function packFacts(facts: readonly Fact[]): string[] {
  const text = JSON.stringify(facts);
  if (text.length <= MAX_FACTS_CHARS || facts.length < 2) return [text];
  // Half full as a rule, since facts are not all of one length.
  const size = Math.ceil((facts.length * MAX_FACTS_CHARS) / (2 * text.length));
  return chunks(facts, size).flatMap(packFacts);
}

function chunks(facts: readonly Fact[], size: number): Fact[][] {
  return Array.from({ length: Math.ceil(facts.length / size) }, (_, n) => facts.slice(n * size, (n + 1) * size));
}
