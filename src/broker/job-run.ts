import type { ApprovalQuestion, Decision } from '../codex/server-requests.ts';
import { withComeBack } from '../codex/usage-limit.ts';
import type { JobEvent } from '../contract/event.ts';
import type { Fact } from '../contract/fact.ts';
import { readFacts } from '../contract/fact-text.ts';
import { Fault, type FaultData, messageOf } from '../contract/fault.ts';
import type { ActiveJob, Interruption, JobRecord } from '../contract/job.ts';
import type { Peer } from '../rpc/peer.ts';
import { endOrRetry } from '../status/retry.ts';
import { backoff } from '../util/backoff.ts';
import { settledWithin } from '../util/deadline.ts';
import { deferred } from '../util/deferred.ts';
import type { JobPool, RunningTask } from '../workers/pool.ts';
import type { Outcome, TaskInput, ToBroker } from '../workers/port.ts';
import type { AccountUse } from './account-use.ts';
import { endTurn, giveBack, keepName, type ThreadOfJob } from './aftercare.ts';
import type { Approvals } from './approvals.ts';
import { AttemptMeter } from './attempt-meter.ts';
import { JobCalls } from './job-calls.ts';
import { endingOf, type Stop } from './job-ending.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import type { Received, ThreadListener, ThreadRouter } from './router.ts';
import { ThreadFeed } from './thread-feed.ts';

/** How long a thread may take to notice that its app-server is gone, or that its turn was interrupted. */
const THREAD_GRACE_MS = 500;

export interface JobRunDeps {
  readonly ledger: Ledger;
  readonly pool: JobPool;
  readonly router: ThreadRouter;
  readonly peer: Peer;
  readonly approvals: Approvals;
  readonly account: AccountUse;
  readonly log: Log;
  /** Ends what is left of the commands of these Codex threads. Never rejects. */
  readonly sweepThreads: (threadIds: readonly string[]) => Promise<unknown>;
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
  readonly #input: TaskInput;
  readonly #deps: JobRunDeps;
  readonly #settled = deferred<void>();
  readonly #abort = new AbortController();
  readonly #task: RunningTask;
  readonly #calls: JobCalls;
  readonly #feed: ThreadFeed;
  #stop:
    | { readonly why: Stop; readonly job: JobRecord | null; readonly finished: Promise<Interruption | null> }
    | undefined;
  #lost: FaultData | undefined;
  readonly #meter: AttemptMeter;
  #threadId: string | null = null;
  #threadNumber: number | null = null;
  #lastReportAt: string | null = null;

  constructor(input: TaskInput, deps: JobRunDeps) {
    this.jobId = input.jobId;
    this.#input = input;
    this.#deps = deps;
    this.settled = this.#settled.promise;
    this.#meter = new AttemptMeter(deps.account, deps.peer);
    this.#calls = new JobCalls(deps.peer, {
      claim: (threadId) => this.#claim(threadId),
      isTaken: (threadId) => this.#isTaken(threadId),
      post: (message) => this.#task.post(message),
    });
    this.#feed = new ThreadFeed({
      post: (message) => this.#task.post(message),
      onBehind: () =>
        this.#abort.abort(new Fault('worker_crashed', 'The thread does not read what Codex says any more')),
    });
    this.#task = deps.pool.run(input, this.#abort.signal, (message) => this.#onMessage(message));
    this.done = this.#finish();
  }

  /** The Codex thread that this job has opened; also after its end, until {@link done}. */
  get threadId(): string | null {
    return this.#threadId;
  }

  #claim(threadId: string): void {
    this.#threadId = threadId;
    this.#deps.router.claim(threadId, this);
  }

  #isTaken(threadId: string): boolean {
    const { router, ledger } = this.#deps;
    const owner = router.ownerOf(threadId);
    const others = ledger.active().filter((job) => job.status === 'running' && job.id !== this.jobId);
    return (owner !== undefined && owner !== this) || others.some(({ request }) => request.resumeThreadId === threadId);
  }

  deliver(list: readonly Received[]): void {
    const record = this.#record();
    this.#meter.read(list, record?.threadId ?? null);
    // Not before the thread has told of the turn, which it hears of later than we do.
    if (record?.turnId !== null) this.#report(this.#meter.news());
    this.#feed.handOn(list.map(({ line }) => line));
  }

  notice(message: string): void {
    this.#report([{ kind: 'noticed', message }]);
  }

  decide(question: ApprovalQuestion): Promise<Decision> {
    return this.#deps.approvals.decide(this.jobId, this.#input.request.onApproval, question);
  }

  clockJumped(byMs: number): void {
    this.#report([{ kind: 'clockJumped', byMs }]);
  }

  /** Asks the turn to end. The first cause counts; the job is settled when nothing of the turn runs. */
  stop(why: Stop): void {
    if (this.#stop !== undefined || this.#lost !== undefined) return;
    this.#calls.stop();
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
    // What was received before counts.
    this.#feed.flush();
    this.#task.post({ type: 'appServerGone', fault });
    void settledWithin(this.#task.outcome, THREAD_GRACE_MS).then((ended) => {
      if (!ended) this.#abort.abort(new Fault(fault.reason, fault.message));
    });
  }

  async #finish(): Promise<void> {
    const outcome = await this.#task.outcome;
    const interruption = (await this.#stop?.finished) ?? null;
    // Of this attempt: a job that is tried again has none.
    const thread = this.#thread();
    this.#report(this.#meter.news());
    await this.#settle(this.#ending(outcome, interruption));
    this.#calls.end();
    this.#deps.approvals.drop(this.jobId);
    this.#settled.resolve();
    this.#deps.router.release(this);
    if (this.#lost !== undefined || thread === null) return;
    // Of a turn that failed here, by its thread's crash say, the app-server need not know.
    if (outcome.status === 'failed' && this.#stop === undefined) await this.#endTurnOf(thread);
    if (this.#input.request.resumeThreadId === null)
      await keepName(this.#deps.peer, thread.threadId, this.#input.threadName);
    await giveBack(this.#deps.peer, thread);
  }

  /** The one event that ends this job, or this attempt. */
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
      case 'failed': {
        const fault = withComeBack(outcome.fault, this.#deps.account.latestLimit, Date.now());
        return endOrRetry(this.#record(), { type: 'job.failed', jobId, ...fault, interruption });
      }
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
    const interruption = thread === null ? null : await this.#endTurnOf(thread);
    this.#calls.refusePending();
    if (!(await settledWithin(this.#task.outcome, THREAD_GRACE_MS))) this.abandon();
    return interruption;
  }

  /** Codex kills commands after it has said so, and does not know of those in sessions of their own. */
  async #endTurnOf(thread: ThreadOfJob): Promise<Interruption> {
    const interruption = await endTurn(this.#deps.peer, thread);
    // Otherwise the turn may go on, and would only begin the next command.
    if (interruption.confirmed) await this.#deps.sweepThreads([thread.threadId, ...thread.childThreadIds]);
    return interruption;
  }

  /** The thread, as far as it has been heard of. */
  get worker(): { readonly threadNumber: number | null; readonly lastReportAt: string | null } {
    return { threadNumber: this.#threadNumber, lastReportAt: this.#lastReportAt };
  }

  /** When the bytes were read that told of the turn's end, on the clock of `monotonicMs()`. */
  get turnEndHeardAtMs(): number | null {
    return this.#meter.turnEndHeardAtMs;
  }

  #onMessage(message: ToBroker): void {
    this.#lastReportAt = new Date().toISOString();
    switch (message.type) {
      case 'began':
        this.#threadNumber = message.threadNumber;
        return;
      case 'call':
        void this.#calls.call(message);
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
        this.#report(this.#meter.news());
        return;
      case 'facts':
        this.#report(readFacts(message.facts));
        return;
      case 'garbage':
        this.#deps.peer.discard(message.line);
        return;
      case 'read':
        this.#feed.onRead();
        return;
    }
  }

  #report(facts: Fact[]): void {
    if (facts.length === 0) return;
    // The same list, if it may be: its text goes on as it is.
    const own = facts.every((fact) => this.#isOwn(fact)) ? facts : facts.filter((fact) => this.#isOwn(fact));
    this.#apply({ type: 'job.progressed', jobId: this.jobId, facts: own });
  }

  /** A sub-agent that is another job's thread is not ours to follow, nor to end with the turn. */
  #isOwn(fact: Fact): boolean {
    return fact.kind !== 'subAgentStarted' || this.#deps.router.claimChild(fact.threadId, this);
  }

  /** A change on the way that cannot be written is no reason to end the job; its end will be tried again. */
  #apply(event: JobEvent): void {
    try {
      this.#deps.ledger.apply(event);
    } catch (error) {
      this.#deps.log('error', `Cannot record ${event.type} of ${this.jobId}: ${messageOf(error)}`);
    }
  }

  #record(): ActiveJob | null {
    return this.#deps.ledger.activeJob(this.jobId);
  }

  #thread(): ThreadOfJob | null {
    const record = this.#record();
    if (record === null || record.threadId === null) return null;
    return { threadId: record.threadId, turnId: record.turnId, childThreadIds: record.work.childThreadIds };
  }
}
