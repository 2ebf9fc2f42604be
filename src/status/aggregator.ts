import type { LiveJob } from '../contract/control.ts';
import { type Envelope, isJobEvent, type JobEvent } from '../contract/event.ts';
import { isProgress } from '../contract/fact.ts';
import { type ActiveJob, type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { type ClockName, type Expiry, type JobTiming, nextExpiry } from './clocks.ts';
import { reduce } from './reduce.ts';

export interface AggregatorOptions {
  /** The stored record of a job that the view does not know yet. What was published was persisted first. */
  readonly lookup: (jobId: string) => JobRecord | null;
  /** The record of an active job after the events so far, where somebody has it. By default they are folded here. */
  readonly current?: (jobId: string) => ActiveJob | null;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly stuckMs: number;
}

interface LiveEntry {
  record: ActiveJob;
  timing: JobTiming;
}

/**
 * The live view of the active jobs, by their events. In the broker it hears every event through the local tap, takes the
 * records from the ledger, and its clocks are the ones that count; in `wait` and `watch` it folds what the bus says.
 */
export class Aggregator {
  readonly #options: AggregatorOptions;
  readonly #live = new Map<string, LiveEntry>();
  readonly #onFinished = new Set<(job: FinishedJob) => void>();

  constructor(options: AggregatorOptions) {
    this.#options = options;
  }

  /** Takes a stored record as it is: at the start, and after a gap. */
  adopt(record: JobRecord): void {
    if (isFinished(record)) {
      this.#live.delete(record.id);
      for (const listener of this.#onFinished) listener(record);
      return;
    }
    const now = this.#options.now();
    const known = this.#live.get(record.id);
    const timing = known?.record.status === record.status ? known.timing : this.#freshTiming(record, now);
    this.#live.set(record.id, { record, timing: timingOf(record, timing, now) });
  }

  /** Takes a job as its broker sees it, clocks and all. */
  mirror(live: LiveJob): void {
    this.adopt(live.job);
    const entry = this.#live.get(live.job.id);
    if (entry !== undefined) entry.timing = timingBy(live, entry.timing, this.#options.now());
  }

  /** A job that is neither active nor ended any more: somebody has removed it. */
  forget(jobId: string): void {
    this.#live.delete(jobId);
  }

  observe(envelope: Envelope): void {
    if (!isJobEvent(envelope.event)) return;
    const { event } = envelope;
    const entry = this.#live.get(event.jobId);
    if (entry === undefined) {
      const stored = this.#options.lookup(event.jobId);
      if (stored !== null) this.adopt(stored);
      return;
    }
    const record =
      this.#options.current?.(event.jobId) ??
      reduce(entry.record, event, { at: envelope.at, source: envelope.brokerId });
    if (isFinished(record)) {
      this.adopt(record);
      return;
    }
    this.#live.set(event.jobId, { record, timing: this.#retimed(entry.timing, event, record) });
  }

  /** Called with each job that ends, once its end is in the view. Returns the way to stop listening. */
  onFinished(listener: (job: FinishedJob) => void): () => void {
    this.#onFinished.add(listener);
    return () => this.#onFinished.delete(listener);
  }

  active(): ActiveJob[] {
    return [...this.#live.values()].map((entry) => entry.record);
  }

  /** Milliseconds since the job was dispatched; null while it is queued or unknown. */
  runningMs(jobId: string): number | null {
    const atMs = this.#live.get(jobId)?.timing.dispatchedAtMs ?? null;
    return atMs === null ? null : Math.max(0, this.#options.now() - atMs);
  }

  /** Milliseconds without progress; null while the job is queued or unknown. */
  idleMs(jobId: string): number | null {
    const entry = this.#live.get(jobId);
    if (entry === undefined || entry.record.status !== 'running') return null;
    return Math.max(0, this.#options.now() - entry.timing.lastProgressAtMs);
  }

  /** The clock that will end the job first. */
  expiryOf(jobId: string): Expiry | null {
    const entry = this.#live.get(jobId);
    return entry === undefined ? null : nextExpiry(entry.timing);
  }

  /** The clocks that have run out by now. */
  expired(): Array<{ readonly jobId: string; readonly clock: ClockName }> {
    const now = this.#options.now();
    return [...this.#live.keys()].flatMap((jobId) => {
      const expiry = this.expiryOf(jobId);
      return expiry !== null && expiry.atMs <= now ? [{ jobId, clock: expiry.clock }] : [];
    });
  }

  /** Milliseconds until the next clock runs out; null when none is running. */
  nextExpiryInMs(): number | null {
    const moments = [...this.#live.keys()].flatMap((jobId) => this.expiryOf(jobId)?.atMs ?? []);
    return moments.length === 0 ? null : Math.max(0, Math.min(...moments) - this.#options.now());
  }

  #freshTiming(record: ActiveJob, now: number): JobTiming {
    return {
      clocks: record.request.clocks,
      stuckMs: this.#options.stuckMs,
      queuedAtMs: now,
      dispatchedAtMs: record.status === 'running' ? now : null,
      turnStarted: false,
      lastProgressAtMs: now,
      commandRunning: false,
      stoppingAtMs: null,
    };
  }

  #retimed(timing: JobTiming, event: JobEvent, record: ActiveJob): JobTiming {
    const now = this.#options.now();
    if (event.type === 'job.started' || event.type === 'job.retrying') return this.#freshTiming(record, now);
    const next = timingOf(record, timing, now);
    return progressedBy(event) ? { ...next, lastProgressAtMs: now } : next;
  }
}

/** Moments on our own clock, from how long ago they were on the broker's; what it does not say stays as it was. */
function timingBy({ runningMs, idleMs, clock }: LiveJob, timing: JobTiming, now: number): JobTiming {
  const { queueMs } = timing.clocks;
  const endsAtMs = clock === null ? null : now + clock.inMs;
  return {
    ...timing,
    queuedAtMs: clock?.name === 'queue' && endsAtMs !== null ? endsAtMs - queueMs : timing.queuedAtMs,
    dispatchedAtMs: runningMs === null ? timing.dispatchedAtMs : now - runningMs,
    lastProgressAtMs: idleMs === null ? timing.lastProgressAtMs : now - idleMs,
    stoppingAtMs: clock?.name === 'stuck' && endsAtMs !== null ? endsAtMs - timing.stuckMs : timing.stoppingAtMs,
  };
}

/** What the record itself says; when things happened is known only to whoever saw them. */
function timingOf(record: ActiveJob, timing: JobTiming, now: number): JobTiming {
  const stopping = record.status === 'running' && record.stopping !== null;
  return {
    ...timing,
    turnStarted: record.status === 'running' && record.turnId !== null,
    commandRunning: record.openItems.some((item) => item.command),
    stoppingAtMs: stopping ? (timing.stoppingAtMs ?? now) : null,
  };
}

function progressedBy(event: JobEvent): boolean {
  return event.type === 'job.turnStarted' || (event.type === 'job.progressed' && event.facts.some(isProgress));
}
