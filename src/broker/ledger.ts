import type { EventPublisher } from '../bus/publisher.ts';
import type { JobEvent, LogRange } from '../contract/event.ts';
import { messageOf } from '../contract/fault.ts';
import { type ActiveJob, type FinishedJob, isFinished, type JobRecord, type QueuedJob } from '../contract/job.ts';
import { endEventOf } from '../status/end-event.ts';
import { logLines } from '../status/log.ts';
import { JobLogWriter } from '../status/log-writer.ts';
import { reduce } from '../status/reduce.ts';
import { AlreadyFinished, type JobStore } from '../status/store.ts';
import type { Log } from './log.ts';

/** Progress reaches the record's file at most this often: it survives a killed broker, not a power cut. */
export const PROGRESS_WRITE_MS = 250;

/**
 * The only place where a job changes. Each change is persisted, then published; whoever saw the event
 * finds at least that state in the store.
 */
export class Ledger {
  readonly #store: JobStore;
  readonly #publisher: EventPublisher;
  readonly #log: Log;
  readonly #active = new Map<string, ActiveJob>();
  readonly #logs = new Map<string, JobLogWriter>();
  /** Where the lines of an event are, for one that has to be applied again. */
  readonly #logged = new WeakMap<JobEvent, LogRange | null>();
  readonly #unwritten = new Set<string>();
  #writeTimer: NodeJS.Timeout | undefined;
  #progressRefused = false;

  constructor(store: JobStore, publisher: EventPublisher, log: Log) {
    this.#store = store;
    this.#publisher = publisher;
    this.#log = log;
  }

  /** Takes a job on: from here it will end. @throws when the record cannot be written. */
  accept(job: QueuedJob): void {
    this.#store.write(job, { durable: true });
    this.#active.set(job.id, job);
    const { id, kind, title, summary } = job;
    this.#announce({ type: 'job.queued', jobId: id, kind, title, summary }, job.createdAt);
  }

  /** Takes over a job that an earlier broker accepted; its record is written by the change that follows. */
  adopt(job: ActiveJob): void {
    this.#active.set(job.id, job);
  }

  /**
   * Applies one event. Returns the record after it, or null when the job is not active (any more): then
   * nothing was written and nothing published.
   * @throws when a change of state cannot be written; the job then stays as it was.
   */
  apply(event: JobEvent): JobRecord | null {
    const before = this.#active.get(event.jobId);
    if (before === undefined) return null;
    const at = new Date().toISOString();
    const after = reduce(before, event, { at, source: this.#publisher.brokerId });
    if (after === before) return before;
    if (event.type === 'job.progressed') {
      if (after.work.acted && !before.work.acted && after.request.retries > 0) this.#writeAct(after);
      this.#writeSoon(after.id);
    } else {
      // Whoever reads in the store that a job has ended finds its log complete.
      if (isFinished(after)) this.#appendToLog(event, at);
      // A thread is of no use before its turn, which is begun at once: one sync is for both.
      const ended = this.#writeOrEnd(before, after, { durable: event.type !== 'job.threadReady' });
      if (ended !== null) return ended;
    }
    if (isFinished(after)) this.#active.delete(after.id);
    else this.#active.set(after.id, after);
    this.#announce(event, at);
    return after;
  }

  /** From memory; null when the job has ended, too. */
  activeJob(jobId: string): ActiveJob | null {
    return this.#active.get(jobId) ?? null;
  }

  /** @throws when it has ended and the store cannot be read. */
  get(jobId: string): JobRecord | null {
    return this.activeJob(jobId) ?? this.#store.read(jobId);
  }

  active(): ActiveJob[] {
    return [...this.#active.values()];
  }

  /** Writes the records of active jobs anew that somebody has removed or damaged. Returns the ids. @throws when it cannot. */
  keepWritten(): string[] {
    const harmed = this.active().filter((job) => this.#store.isHarmed(job.id));
    for (const job of harmed) this.#store.write(job, { durable: true });
    return harmed.map((job) => job.id);
  }

  /** Writes what progress is still in memory only, and closes the job logs. */
  close(): void {
    clearTimeout(this.#writeTimer);
    this.#writeProgress();
    for (const writer of this.#logs.values()) writer.close();
    this.#logs.clear();
  }

  /** Record, log and event say the same moment. */
  #announce(event: JobEvent, at: string): void {
    const log = this.#appendToLog(event, at);
    this.#publisher.publish(event, { log, at });
    if (!this.#active.has(event.jobId)) this.#closeLog(event.jobId);
  }

  #appendToLog(event: JobEvent, at: string): LogRange | null {
    const known = this.#logged.get(event);
    if (known !== undefined) return known;
    const text = logLines(event, at);
    if (text === '') return null;
    const range = this.#logOf(event.jobId).append(text);
    this.#logged.set(event, range);
    return range;
  }

  #logOf(jobId: string): JobLogWriter {
    const open = this.#logs.get(jobId);
    if (open !== undefined) return open;
    const writer = new JobLogWriter(this.#store.logFile(jobId), {
      onError: (error) => this.#log('error', `Cannot write the log of ${jobId}: ${messageOf(error)}`),
    });
    this.#logs.set(jobId, writer);
    return writer;
  }

  #closeLog(jobId: string): void {
    this.#logs.get(jobId)?.close();
    this.#logs.delete(jobId);
  }

  #writeNow(job: JobRecord, options = { durable: true }): void {
    this.#store.write(job, options);
    this.#unwritten.delete(job.id);
  }

  /**
   * Terminal is final, also when the store has an end that we know nothing of: our own, of which only the last step had
   * failed, or that of somebody who took us for dead. Then that is what the job has come to.
   * @returns that end; null when the change was written. A job that runs has to be ended first.
   */
  #writeOrEnd(before: ActiveJob, after: JobRecord, options: { readonly durable: boolean }): FinishedJob | null {
    try {
      this.#writeNow(after, options);
      return null;
    } catch (error) {
      const runsOn = before.status === 'running' && after.status === 'running';
      if (!(error instanceof AlreadyFinished) || runsOn) throw error;
      const { finished } = error;
      this.#active.delete(finished.id);
      this.#publisher.publish(endEventOf(finished), { log: null, at: finished.completedAt });
      this.#closeLog(finished.id);
      return finished;
    }
  }

  /** Whoever finds the job without us must not try it again. */
  #writeAct(job: JobRecord): void {
    try {
      this.#writeNow(job);
    } catch (error) {
      this.#log('error', `Cannot record that ${job.id} has begun to act: ${messageOf(error)}`);
    }
  }

  #writeSoon(jobId: string): void {
    this.#unwritten.add(jobId);
    this.#writeTimer ??= setTimeout(() => this.#writeProgress(), PROGRESS_WRITE_MS);
  }

  #writeProgress(): void {
    this.#writeTimer = undefined;
    for (const jobId of this.#unwritten) {
      const job = this.#active.get(jobId);
      if (job === undefined) continue;
      try {
        this.#store.write(job, { durable: false });
        this.#progressRefused = false;
      } catch (error) {
        // Said once: it is tried again several times a second.
        if (!this.#progressRefused) this.#log('error', messageOf(error));
        this.#progressRefused = true;
      }
    }
    this.#unwritten.clear();
  }
}
