import type { WaitingForJob } from '../contract/control.ts';
import { type Fault, type FaultData, messageOf } from '../contract/fault.ts';
import { threadNameOf } from '../contract/ids.ts';
import type { JobRecord, QueuedJob } from '../contract/job.ts';
import { isAlive, self } from '../status/liveness.ts';
import { WakeUp } from '../util/wake-up.ts';
import { Gate } from '../workers/gate.ts';
import type { JobPool } from '../workers/pool.ts';
import type { AccountUse } from './account-use.ts';
import { Admission, type Waiting, waitingEntry } from './admission.ts';
import type { Approvals } from './approvals.ts';
import type { AppServer } from './child/app-server.ts';
import { endingOf, type Stop } from './job-ending.ts';
import { JobRun, type JobRunDeps } from './job-run.ts';
import { reasonOf } from './lanes.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import type { ThreadRouter } from './router.ts';
import type { WriterLane } from './writer-lane.ts';

export interface DispatcherDeps {
  readonly ledger: Ledger;
  readonly pool: JobPool;
  readonly router: ThreadRouter;
  readonly approvals: Approvals;
  readonly account: AccountUse;
  readonly writerLane: WriterLane;
  readonly log: Log;
  readonly sweepThreads: JobRunDeps['sweepThreads'];
  readonly maxJobs: number;
}

/** Reviews that hold back the end of a session: so many at once, beside the other jobs, for a person waits for them. */
export const EXPRESS_JOBS = 2;

/** A start that could not be recorded is tried again after this time. */
const RETRY_DISPATCH_MS = 1_000;

/** Takes accepted jobs from the queue into threads, sessions in turn, and ends them when asked to. */
export class Dispatcher {
  readonly #deps: DispatcherDeps;
  readonly #gate: Gate<Waiting>;
  readonly #runs = new Map<string, JobRun>();
  readonly #onIdle = new Set<() => void>();
  readonly #admission: Admission;
  readonly #pumpAgain = new WakeUp(() => this.#pump());
  #appServer: AppServer | undefined;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
    this.#gate = new Gate({ ordinary: deps.maxJobs, express: EXPRESS_JOBS });
    const { writerLane, log } = deps;
    this.#admission = new Admission({
      holderOf: (threadId) => [...this.#runs.values()].find((run) => run.threadId === threadId)?.jobId ?? null,
      writerLane,
      log,
      askAgainIn: (delayMs) => this.#pumpAgain.in(delayMs),
    });
  }

  /** From here on jobs run. */
  open(appServer: AppServer): void {
    this.#appServer = appServer;
    this.#pump();
  }

  /** From here on nothing new is dispatched; what is queued stays queued. */
  close(): void {
    this.#appServer = undefined;
    this.#pumpAgain.cancel();
  }

  /** The job's place in the queue, 1 for the next in line. */
  enqueue(job: QueuedJob): number {
    this.#gate.enqueue(waitingEntry(job));
    const position = this.#gate.positionOf(job.id) ?? 0;
    this.#pump();
    return position;
  }

  positionOf(jobId: string): number | null {
    return this.#gate.positionOf(jobId);
  }

  /** For which job a waiting one waits; null when it is only not its turn. */
  waitingForJob(jobId: string): WaitingForJob | null {
    const entry = this.#gate.waiting.find(({ id }) => id === jobId);
    if (entry === undefined) return null;
    const blocked = this.#gate.blockedBy(jobId);
    if (blocked !== null) return { id: blocked.by.id, why: reasonOf(blocked.lane) };
    return this.#admission.waitsFor(entry.job);
  }

  /**
   * Ends a job that waits or runs. Resolves when its end is recorded; at once when it had ended before.
   * A job in the queue is either withdrawn here or claimed by the pump, never both.
   */
  async stop(jobId: string, stop: Stop): Promise<void> {
    if (this.#gate.positionOf(jobId) !== null) {
      // Recorded before it leaves the queue: should the disk refuse, it still waits.
      this.#deps.ledger.apply(endingOf(jobId, stop, this.#deps.ledger.get(jobId), null));
      this.#gate.withdraw(jobId);
      this.#notifyIdle();
      return;
    }
    const run = this.#runs.get(jobId);
    run?.stop(stop);
    await run?.settled;
    // Its attempt had been lost in this very moment, and another one was due.
    if (this.#gate.positionOf(jobId) !== null) await this.stop(jobId, stop);
  }

  /** The same for who does not wait for it. A disk that refuses is logged; the job then goes on as it was. */
  requestStop(jobId: string, stop: Stop): void {
    this.stop(jobId, stop).catch((error: unknown) => {
      this.#deps.log('error', `Cannot stop ${jobId} (${stop.cause}): ${messageOf(error)}`);
    });
  }

  abandon(jobId: string): void {
    this.#runs.get(jobId)?.abandon();
  }

  /** The app-server is gone: every running job is settled. Resolves when all of their ends are recorded. */
  async lose(fault: FaultData): Promise<void> {
    this.close();
    const runs = [...this.#runs.values()];
    for (const run of runs) run.lose(fault);
    await Promise.all(runs.map((run) => run.settled));
  }

  /** Every job in the queue ends as failed, for a reason that no later try would change. */
  failQueued(fault: Fault): void {
    for (const { id } of [...this.#gate.waiting]) {
      try {
        this.#deps.ledger.apply({ type: 'job.failed', jobId: id, ...fault.toData(), interruption: null });
        this.#gate.withdraw(id);
      } catch (error) {
        // It stays queued, and the next broker takes it over.
        this.#deps.log('error', `Cannot record the end of ${id}: ${messageOf(error)}`);
      }
    }
  }

  /** Every running job is told, for its log and its duration. */
  clockJumped(byMs: number): void {
    for (const run of this.#runs.values()) run.clockJumped(byMs);
  }

  /** The thread that runs the job; null while it waits. */
  workerOf(jobId: string): JobRun['worker'] | null {
    return this.#runs.get(jobId)?.worker ?? null;
  }

  /** When the bytes were read that told of the end of the job's turn; null when none have, or it does not run. */
  turnEndHeardAtMs(jobId: string): number | null {
    return this.#runs.get(jobId)?.turnEndHeardAtMs ?? null;
  }

  get running(): number {
    return this.#runs.size;
  }

  get queued(): number {
    return this.#gate.waiting.length;
  }

  jobIds(): string[] {
    return [...this.#runs.keys(), ...this.#gate.waiting.map((entry) => entry.id)];
  }

  /** Called whenever the last job has left. */
  onIdle(listener: () => void): void {
    this.#onIdle.add(listener);
  }

  #pump(): void {
    const appServer = this.#appServer;
    // One that died a moment ago: its end is about to be heard, and what waits is the next one's.
    if (appServer === undefined || !isAlive(appServer.identity)) return;
    // An attempt that is not over yet keeps the next one waiting.
    const admits = (entry: Waiting) => !this.#runs.has(entry.id) && this.#admission.admits(entry);
    const claim = () => this.#gate.claim(admits);
    for (let next = claim(); next !== null; next = claim()) {
      if (!this.#dispatch(next.job, appServer)) return;
    }
  }

  /** False when the start cannot be recorded: then the disk is the trouble, and the others would fare no better. */
  #dispatch(job: QueuedJob, appServer: AppServer): boolean {
    try {
      const started = this.#deps.ledger.apply({
        type: 'job.started',
        jobId: job.id,
        title: job.title,
        deadlineAt: deadlineOf(job),
        broker: self(),
        appServer: appServer.identity,
      });
      if (started?.status === 'running') this.#run(started, appServer);
      else this.#leave(job.id);
      return true;
    } catch (error) {
      this.#deps.log('error', `Cannot start ${job.id}, trying again: ${messageOf(error)}`);
      this.#leave(job.id);
      this.#gate.enqueue(waitingEntry(job));
      this.#pumpAgain.in(RETRY_DISPATCH_MS);
      return false;
    }
  }

  #run(job: JobRecord, appServer: AppServer): void {
    const { ledger, pool, router, approvals, account, log, sweepThreads } = this.#deps;
    const version = appServer.state.id === 'ready' ? appServer.state.version : null;
    const input = {
      jobId: job.id,
      kind: job.kind,
      cwd: job.cwd,
      threadName: threadNameOf(job.kind, job.summary),
      request: job.request,
      codexVersion: version,
    };
    const { peer } = appServer;
    const run = new JobRun(input, { ledger, pool, router, approvals, account, peer, log, sweepThreads });
    this.#runs.set(job.id, run);
    void run.settled.then(() => this.#requeue(job.id));
    void run.done.then(() => {
      this.#runs.delete(job.id);
      this.#leave(job.id);
      this.#pump();
      this.#notifyIdle();
    });
  }

  /** A job that is to be tried again waits from the moment on when that is recorded: also when this broker is about to end. */
  #requeue(jobId: string): void {
    const job = this.#deps.ledger.activeJob(jobId);
    if (job?.status !== 'queued') return;
    this.#gate.release(jobId);
    this.#gate.enqueue(waitingEntry(job));
  }

  /** Without an app-server, what the turn had started may still write: then the lane is free at the broker's end. */
  #leave(jobId: string): void {
    this.#gate.release(jobId);
    if (this.#appServer !== undefined) this.#admission.release(jobId);
  }

  #notifyIdle(): void {
    if (this.#runs.size > 0 || this.#gate.waiting.length > 0) return;
    for (const listener of this.#onIdle) listener();
  }
}

function deadlineOf(job: QueuedJob): string | null {
  const { hardMs } = job.request.clocks;
  return hardMs === 0 ? null : new Date(Date.now() + hardMs).toISOString();
}
