import { setTimeout as sleep } from 'node:timers/promises';
import { threadIdOf } from '../codex/notifications.ts';
import { SERVER_OVERLOADED } from '../codex/reasons.ts';
import { messageOf } from '../contract/fault.ts';
import { RPC_ERRORS, RpcError } from '../rpc/message.ts';
import { ConnectionClosed, type Peer } from '../rpc/peer.ts';
import { backoff } from '../util/backoff.ts';
import { DeadlineExceeded } from '../util/deadline.ts';
import type { CallError, ToBroker, ToThread } from '../workers/port.ts';
import { endTurn, giveBack, interrupt } from './aftercare.ts';

/** The calls that a job's thread may make. Ending a turn is not among them: that is the broker's. */
const ALLOWED_CALLS: ReadonlySet<string> = new Set([
  'thread/start',
  'thread/resume',
  'thread/name/set',
  'turn/start',
  'review/start',
]);

/** Of these the parameters name the Codex thread; of those that open one, the result does. */
const STARTS_TURN: ReadonlySet<string> = new Set(['turn/start', 'review/start']);

/** "Server overloaded; retry later": the request was not taken, so asking again cannot do a thing twice. */
const MAX_OVERLOAD_RETRIES = 5;

export interface JobCallsHost {
  /** From here on the notifications of that Codex thread are this job's. */
  claim(threadId: string): void;
  /** Whether another job has that Codex thread, or is about to resume it. */
  isTaken(threadId: string): boolean;
  post(message: ToThread): void;
}

/** What one job asks of the app-server, by way of the broker. */
export class JobCalls {
  readonly #peer: Peer;
  readonly #host: JobCallsHost;
  readonly #pending = new Set<number>();
  // open ──▶ stopping (takes no more) ──▶ over (nobody is left to use an answer)
  #state: 'open' | 'stopping' | 'over' = 'open';

  constructor(peer: Peer, host: JobCallsHost) {
    this.#peer = peer;
    this.#host = host;
  }

  /** Never rejects. */
  async call({ callId, method, params }: Extract<ToBroker, { type: 'call' }>): Promise<void> {
    if (!ALLOWED_CALLS.has(method)) {
      const message = `Not allowed from a job: ${method}`;
      this.#refuse(callId, { kind: 'rpc', code: RPC_ERRORS.methodNotFound, message });
      return;
    }
    if (this.#state !== 'open') {
      this.#refuse(callId, STOPPED);
      return;
    }
    this.#pending.add(callId);
    try {
      this.#answered(callId, method, params, await this.#request(callId, method, params));
    } catch (error) {
      // Then the loss of the app-server follows, with a better reason than this one.
      if (!(error instanceof ConnectionClosed)) this.#refuse(callId, callError(error));
    }
  }

  /** Takes no more calls; those that were made may still be answered. */
  stop(): void {
    if (this.#state === 'open') this.#state = 'stopping';
  }

  refusePending(): void {
    for (const callId of this.#pending) this.#refuse(callId, STOPPED);
  }

  end(): void {
    this.#state = 'over';
  }

  async #request(callId: number, method: string, params: unknown): Promise<unknown> {
    // A thread that opens late, or a turn that starts late, is somebody's to end.
    const onLate = (result: unknown) => this.#answered(callId, method, params, result);
    const delays = backoff(250, 2_000);
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.#peer.request(method, params, { onLate });
      } catch (error) {
        const again = error instanceof RpcError && error.code === SERVER_OVERLOADED && this.#state === 'open';
        if (!again || retries === MAX_OVERLOAD_RETRIES) throw error;
        await sleep(delays.next().value);
        // It was told to stop meanwhile: a turn that began now would be nobody's.
        if (this.#state !== 'open') throw error;
      }
    }
  }

  #answered(callId: number, method: string, params: unknown, result: unknown): void {
    const startsTurn = STARTS_TURN.has(method);
    const threadId = threadIdOf(startsTurn ? params : result);
    // The job has been told that it will have no answer, or is over: what opened after that is nobody's.
    if (this.#state === 'over' || (!startsTurn && !this.#pending.has(callId))) {
      if (threadId !== null) void this.#undo(threadId, startsTurn);
      return;
    }
    // The thread is claimed before the job hears of it: nothing that follows can be missed.
    if (threadId !== null && !startsTurn) this.#host.claim(threadId);
    // A turn that started after all, although its job has been told to stop.
    if (threadId !== null && startsTurn && this.#state === 'stopping') void interrupt(this.#peer, threadId, null);
    if (this.#pending.delete(callId)) this.#host.post({ type: 'result', callId, result });
  }

  /** What was opened, or begun, for a job that no longer waits for it. What another one has taken up is its own to end. */
  async #undo(threadId: string, startsTurn: boolean): Promise<void> {
    const thread = { threadId, turnId: null, childThreadIds: [] };
    if (startsTurn && !this.#host.isTaken(threadId)) await endTurn(this.#peer, thread);
    if (!this.#host.isTaken(threadId)) await giveBack(this.#peer, thread);
  }

  #refuse(callId: number, error: CallError): void {
    this.#pending.delete(callId);
    this.#host.post({ type: 'callFailed', callId, error });
  }
}

const STOPPED: CallError = { kind: 'closed', message: 'The job was asked to stop' };

function callError(error: unknown): CallError {
  const message = messageOf(error);
  if (error instanceof RpcError) return { kind: 'rpc', code: error.code, message, data: error.data };
  if (error instanceof DeadlineExceeded) return { kind: 'deadline', message };
  return { kind: 'rpc', code: RPC_ERRORS.internalError, message };
}
