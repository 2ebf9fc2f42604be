import { type ActiveJob, mayWrite, type RunningJob } from '../contract/job.ts';
import { isAlive } from '../status/liveness.ts';
import { inspect, type Lock, removeDead, tryAcquire } from '../status/lock.ts';

export interface WriterLaneOptions {
  /** The folder of the lock, one per working tree, whichever brokers it has. */
  readonly directory: string;
  readonly brokerId: string;
  /** Every active job of the working tree, also those of other brokers. */
  readonly active: () => readonly ActiveJob[];
}

/**
 * The right to change the working tree, against the other brokers that it may have: those of another CODEX_HOME, Codex
 * or version of ours. Held by this broker in the name of a job; a dead holder's counts for nothing.
 */
export class WriterLane {
  readonly #options: WriterLaneOptions;
  #held: { readonly jobId: string; readonly lock: Lock } | undefined;

  constructor(options: WriterLaneOptions) {
    this.#options = options;
  }

  /** True when nobody else writes from here on, until {@link release}. */
  take(jobId: string): boolean {
    if (this.takenBy() !== null) return false;
    const attempt = tryAcquire(this.#options.directory, { role: 'writer', holder: jobId });
    if (!attempt.ok) return false;
    // Looked for again: a broker that knows nothing of this lock may have been faster.
    if (this.#stranger() !== null) {
      attempt.lock.release();
      return false;
    }
    this.#held = { jobId, lock: attempt.lock };
    return true;
  }

  /** The job that writes; null when none does. */
  takenBy(): string | null {
    return this.#held?.jobId ?? inspect(this.#options.directory)?.holder ?? this.#stranger()?.id ?? null;
  }

  release(jobId: string): void {
    if (this.#held?.jobId === jobId) this.close();
  }

  /** What killed brokers left of theirs. */
  sweep(): void {
    removeDead(this.#options.directory);
  }

  close(): void {
    this.#held?.lock.release();
    this.#held = undefined;
  }

  /** A writer without the lock: of an earlier version's broker, or of a dead one whose app-server still runs. */
  #stranger(): RunningJob | null {
    const { active, brokerId } = this.#options;
    for (const job of active()) {
      if (job.status !== 'running' || job.owner.brokerId === brokerId || !mayWrite(job.request)) continue;
      if (isAlive(job.broker) || isAlive(job.appServer)) return job;
    }
    return null;
  }
}
