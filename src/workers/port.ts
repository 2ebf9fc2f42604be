import type { TurnEnd } from '../codex/turn-state.ts';
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
 * Thread → broker. `facts` is a list as text, by `writeFacts`; one list becomes one event. `garbage` is a line that is no
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
