import type { LiveJob } from '../contract/control.ts';
import { type Envelope, isJobEvent } from '../contract/event.ts';
import { type ActiveJob, type FinishedJob, finishedNewestFirst, type JobRecord } from '../contract/job.ts';
import { Aggregator } from '../status/aggregator.ts';
import { monotonicMs } from '../util/monotonic.ts';

/** A job as it is this moment: its record, and what only its broker and its clocks know. */
export type WatchedJob = Pick<LiveJob, 'job' | 'position' | 'waitingForJob' | 'runningMs' | 'idleMs' | 'clock'>;

type Place = Pick<LiveJob, 'position' | 'waitingForJob'>;

const NOWHERE: Place = { position: null, waitingForJob: null };

/** How many of those that have ended are kept, the newest. */
const MAX_ENDED = 100;

export interface JobMirrorOptions {
  /** The stored record of a job, also one that has ended. */
  readonly lookup: (jobId: string) => JobRecord | null;
  /** Of a job that was asked to stop; a broker that was configured otherwise says so. */
  readonly stuckMs: number;
}

/** Which of the jobs are wanted: of one session or (null) of all, and how many of those that have ended. */
export interface Selection {
  readonly sessionId: string | null;
  readonly ended: number;
}

/**
 * The jobs of a workspace as its brokers tell of them: the same aggregator as in the broker, fed from the bus. Where a
 * broker tells nothing, from the store.
 */
export class JobMirror {
  readonly #options: JobMirrorOptions;
  readonly #aggregator: Aggregator;
  readonly #places = new Map<string, Place>();
  #ended: readonly FinishedJob[] = [];

  constructor(options: JobMirrorOptions) {
    this.#options = options;
    this.#aggregator = new Aggregator({
      lookup: options.lookup,
      now: () => monotonicMs(),
      stuckMs: options.stuckMs,
    });
    this.#aggregator.onFinished((job) => this.#keep(job));
  }

  /** One job of the store. */
  take(job: JobRecord): void {
    this.#aggregator.adopt(job);
  }

  /** One job as its broker sees it, unless an event has told more already. */
  takeLive(live: LiveJob): void {
    this.takePlaces([live]);
    const known = this.active().find(({ id }) => id === live.job.id);
    if (known !== undefined && known.rev <= live.job.rev) this.#aggregator.mirror(live);
  }

  /** All active jobs of the store, and its newest ended ones. */
  takeStored(jobs: readonly JobRecord[]): void {
    for (const job of jobs) this.#aggregator.adopt(job);
    // The store knows no queue: whoever has it tells again.
    this.#places.clear();
    this.#settle(new Set(jobs.map(({ id }) => id)), () => true);
  }

  /** All active jobs of one broker. */
  takeSnapshot(brokerKey: string, jobs: readonly LiveJob[]): void {
    for (const live of jobs) this.#aggregator.mirror(live);
    this.takePlaces(jobs);
    this.#settle(new Set(jobs.map(({ job }) => job.id)), ({ owner }) => owner.brokerKey === brokerKey);
  }

  /** Only what events do not say: who is where in the queue. */
  takePlaces(jobs: readonly LiveJob[]): void {
    for (const { job, position, waitingForJob } of jobs) this.#places.set(job.id, { position, waitingForJob });
  }

  observe(envelope: Envelope): void {
    this.#aggregator.observe(envelope);
    const { event } = envelope;
    if (isJobEvent(event) && event.type !== 'job.progressed') this.#places.delete(event.jobId);
  }

  active(): ActiveJob[] {
    return this.#aggregator.active();
  }

  /** Those that run, by their start; those that wait, in the order of the queue; those that have ended, newest first. */
  jobs({ sessionId, ended }: Selection): WatchedJob[] {
    const wanted = (job: JobRecord) => sessionId === null || job.sessionId === sessionId;
    const active = this.active()
      .filter(wanted)
      .map((job) => this.#watched(job));
    return [...active.sort(byTurn), ...this.#ended.filter(wanted).slice(0, ended).map(atRest)];
  }

  #watched(job: ActiveJob): WatchedJob {
    const expiry = this.#aggregator.expiryOf(job.id);
    return {
      job,
      ...(this.#places.get(job.id) ?? NOWHERE),
      runningMs: this.#aggregator.runningMs(job.id),
      idleMs: this.#aggregator.idleMs(job.id),
      clock: expiry === null ? null : { name: expiry.clock, inMs: Math.max(0, expiry.atMs - monotonicMs()) },
    };
  }

  /** What is active here and was not told of has ended meanwhile, or is no more. */
  #settle(told: ReadonlySet<string>, concerned: (job: ActiveJob) => boolean): void {
    for (const job of this.active()) {
      if (told.has(job.id) || !concerned(job)) continue;
      const stored = this.#options.lookup(job.id);
      if (stored === null) this.#aggregator.forget(job.id);
      else this.#aggregator.adopt(stored);
    }
  }

  #keep(job: FinishedJob): void {
    this.#places.delete(job.id);
    const others = this.#ended.filter(({ id }) => id !== job.id);
    this.#ended = finishedNewestFirst([job, ...others]).slice(0, MAX_ENDED);
  }
}

function atRest(job: FinishedJob): WatchedJob {
  return { job, ...NOWHERE, runningMs: null, idleMs: null, clock: null };
}

function byTurn(a: WatchedJob, b: WatchedJob): number {
  if (a.job.status !== b.job.status) return a.job.status === 'running' ? -1 : 1;
  const [placeOfA, placeOfB] = [placeOf(a), placeOf(b)];
  if (placeOfA !== placeOfB) return placeOfA < placeOfB ? -1 : 1;
  return begunAt(a.job) < begunAt(b.job) ? -1 : 1;
}

function placeOf({ position }: WatchedJob): number {
  return position ?? Number.POSITIVE_INFINITY;
}

function begunAt(job: JobRecord): string {
  return job.status === 'running' ? job.startedAt : job.createdAt;
}
