import type { JobEvent } from '../contract/event.ts';
import type { Fact } from '../contract/fact.ts';
import { Fault, type FaultData, messageOf } from '../contract/fault.ts';
import type { Interruption, JobRecord } from '../contract/job.ts';
import { RpcError } from '../rpc/message.ts';
import { ConnectionClosed, type Peer } from '../rpc/peer.ts';
import { backoff } from '../util/backoff.ts';
import { DeadlineExceeded, settledWithin } from '../util/deadline.ts';
import { deferred } from '../util/deferred.ts';
import type { JobPool, RunningTask } from '../workers/pool.ts';
import type { CallError, Outcome, TaskInput, ThreadNotification, ToBroker } from '../workers/port.ts';
import { endTurn, giveBack, interrupt, type ThreadOfJob } from './aftercare.ts';
import { endingOf, type Stop } from './ending.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import { type ThreadListener, type ThreadRouter, threadIdOf } from './router.ts';

/** How long a thread may take to notice that its app-server is gone, or that its turn was interrupted. */
const THREAD_GRACE_MS = 500;

/** The calls that a job's thread may make. Ending a turn is not among them: that is the broker's. */
const ALLOWED_CALLS = new Set(['thread/start', 'thread/resume', 'thread/name/set', 'turn/start']);

export interface JobRunDeps {
  readonly ledger: Ledger;
  readonly pool: JobPool;
  readonly router: ThreadRouter;
  readonly peer: Peer;
  readonly log: Log;
}

/**
 * One dispatched job, from its thread's start to the record of its end. The race is decided here, once:
 * the first of outcome, stop and loss of the app-server settles the job, what comes later changes nothing.
 */
export class JobRun implements ThreadListener {
  readonly jobId: string;
  /** Resolves when the end is recorded and the Codex thread given back. Never rejects. */
  readonly done: Promise<void>;
  /** Resolves when the end is recorded. Never rejects. */
  readonly settled: Promise<void>;
  readonly #deps: JobRunDeps;
  readonly #settled = deferred<void>();
  readonly #abort = new AbortController();
  readonly #task: RunningTask;
  readonly #pendingCalls = new Set<number>();
  #stop:
    | { readonly why: Stop; readonly job: JobRecord | null; readonly finished: Promise<Interruption | null> }
    | undefined;
  #lost: FaultData | undefined;
  #threadNumber: number | null = null;
  #lastReportAt: string | null = null;
  /** The end is recorded; what is answered from here on comes too late. */
  #over = false;

  constructor(input: TaskInput, deps: JobRunDeps) {
    this.jobId = input.jobId;
    this.#deps = deps;
    this.settled = this.#settled.promise;
    this.#task = deps.pool.run(input, this.#abort.signal, (message) => this.#onMessage(message));
    this.done = this.#finish();
  }

  deliver(list: readonly ThreadNotification[]): void {
    this.#task.post({ type: 'notifications', list });
  }

  notice(message: string): void {
    this.#report([{ kind: 'noticed', message }]);
  }

  clockJumped(byMs: number): void {
    this.#report([{ kind: 'clockJumped', byMs }]);
  }

  /** Asks the turn to end. The first cause counts; the job is settled when nothing of the turn runs. */
  stop(why: Stop): void {
    if (this.#stop !== undefined || this.#lost !== undefined) return;
    this.#apply({ type: 'job.stopping', jobId: this.jobId, cause: why.cause });
    // As it was then: ending the turn also ends what it was waiting for.
    const job = this.#record();
    this.#stop = { why, job, finished: this.#endTurn() };
  }

  /** The stuck clock ran out: the thread is ended, wherever it is. */
  abandon(): void {
    this.#abort.abort(new Fault('worker_crashed', 'The thread did not end in time after it was asked to'));
  }

  /** The app-server is gone. A turn whose end had been received before still counts. */
  lose(fault: FaultData): void {
    this.#lost ??= fault;
    this.#task.post({ type: 'appServerGone', fault });
    void settledWithin(this.#task.outcome, THREAD_GRACE_MS).then((ended) => {
      if (!ended) this.#abort.abort(new Fault(fault.reason, fault.message));
    });
  }

  async #finish(): Promise<void> {
    const outcome = await this.#task.outcome;
    const interruption = (await this.#stop?.finished) ?? null;
    await this.#settle(this.#ending(outcome, interruption));
    this.#over = true;
    this.#settled.resolve();
    this.#deps.router.release(this);
    const thread = this.#thread();
    if (this.#lost !== undefined || thread === null) return;
    // Of a turn that failed here, by its thread's crash say, the app-server need not know.
    if (outcome.status === 'failed' && this.#stop === undefined) await endTurn(this.#deps.peer, thread);
    await giveBack(this.#deps.peer, thread);
  }

  /** The one event that ends this job. */
  #ending(outcome: Outcome, interruption: Interruption | null): JobEvent {
    const { jobId } = this;
    if (this.#stop !== undefined) return endingOf(jobId, this.#stop.why, this.#stop.job, interruption);
    switch (outcome.status) {
      case 'completed':
        return { type: 'job.completed', jobId, finalMessage: outcome.finalMessage };
      case 'interrupted': {
        const message = 'The turn was interrupted by somebody else';
        return { type: 'job.failed', jobId, reason: 'turn_interrupted', message, interruption };
      }
      case 'failed':
        return { type: 'job.failed', jobId, ...outcome.fault, interruption };
    }
  }

  /** The end must reach the disk. While it cannot, the job is not over, and that is logged. */
  async #settle(event: JobEvent): Promise<void> {
    for (const delayMs of backoff(200, 5_000)) {
      try {
        this.#deps.ledger.apply(event);
        return;
      } catch (error) {
        this.#deps.log('error', `Cannot record the end of ${this.jobId}, trying again: ${messageOf(error)}`);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }

  async #endTurn(): Promise<Interruption | null> {
    const thread = this.#thread();
    const interruption = thread === null ? null : await endTurn(this.#deps.peer, thread);
    for (const callId of this.#pendingCalls)
      this.#refuse(callId, { kind: 'closed', message: 'The job was asked to stop' });
    if (!(await settledWithin(this.#task.outcome, THREAD_GRACE_MS))) this.abandon();
    return interruption;
  }

  /** The thread, as far as it has been heard of. */
  get worker(): { readonly threadNumber: number | null; readonly lastReportAt: string | null } {
    return { threadNumber: this.#threadNumber, lastReportAt: this.#lastReportAt };
  }

  #onMessage(message: ToBroker): void {
    this.#lastReportAt = new Date().toISOString();
    switch (message.type) {
      case 'began':
        this.#threadNumber = message.threadNumber;
        return;
      case 'call':
        void this.#call(message.callId, message.method, message.params);
        return;
      case 'threadReady':
        this.#apply({
          type: 'job.threadReady',
          jobId: this.jobId,
          threadId: message.threadId,
          resolved: message.resolved,
        });
        return;
      case 'turnStarted':
        this.#apply({ type: 'job.turnStarted', jobId: this.jobId, turnId: message.turnId });
        return;
      case 'facts':
        this.#report(message.facts);
        return;
    }
  }

  #report(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.kind === 'subAgentStarted') this.#deps.router.claim(fact.threadId, this);
    }
    this.#apply({ type: 'job.progressed', jobId: this.jobId, facts: [...facts] });
  }

  async #call(callId: number, method: string, params: unknown): Promise<void> {
    if (!ALLOWED_CALLS.has(method)) {
      this.#refuse(callId, { kind: 'rpc', code: -32601, message: `Not allowed from a job: ${method}` });
      return;
    }
    if (this.#stop !== undefined) {
      this.#refuse(callId, { kind: 'closed', message: 'The job was asked to stop' });
      return;
    }
    this.#pendingCalls.add(callId);
    try {
      const result = await this.#deps.peer.request(method, params);
      this.#answered(callId, method, params, result);
    } catch (error) {
      // Then the loss of the app-server follows, with a better reason than this one.
      if (!(error instanceof ConnectionClosed)) this.#refuse(callId, callError(error));
    }
  }

  #answered(callId: number, method: string, params: unknown, result: unknown): void {
    const threadId = threadIdOf(method === 'turn/start' ? params : result);
    if (this.#over) {
      // Nobody is left to use it.
      if (threadId !== null) void giveBack(this.#deps.peer, { threadId, turnId: null, childThreadIds: [] });
      return;
    }
    // The thread is claimed before the job hears of it: nothing that follows can be missed.
    if (threadId !== null && method !== 'turn/start') this.#deps.router.claim(threadId, this);
    // A turn that started after all, although its job has been told to stop.
    if (threadId !== null && method === 'turn/start' && this.#stop !== undefined) {
      void interrupt(this.#deps.peer, threadId, null);
    }
    if (this.#pendingCalls.delete(callId)) this.#task.post({ type: 'result', callId, result });
  }

  #refuse(callId: number, error: CallError): void {
    this.#pendingCalls.delete(callId);
    this.#task.post({ type: 'callFailed', callId, error });
  }

  /** A change on the way that cannot be written is no reason to end the job; its end will be tried again. */
  #apply(event: JobEvent): void {
    try {
      this.#deps.ledger.apply(event);
    } catch (error) {
      this.#deps.log('error', `Cannot record ${event.type} of ${this.jobId}: ${messageOf(error)}`);
    }
  }

  #record(): JobRecord | null {
    return this.#deps.ledger.get(this.jobId);
  }

  #thread(): ThreadOfJob | null {
    const record = this.#record();
    if (record === null || record.threadId === null) return null;
    return { threadId: record.threadId, turnId: record.turnId, childThreadIds: record.work.childThreadIds };
  }
}

function callError(error: unknown): CallError {
  const message = messageOf(error);
  if (error instanceof RpcError) return { kind: 'rpc', code: error.code, message };
  if (error instanceof DeadlineExceeded) return { kind: 'deadline', message };
  return { kind: 'rpc', code: -32603, message };
}
