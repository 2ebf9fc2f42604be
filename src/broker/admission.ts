import type { WaitingForJob } from '../contract/control.ts';
import { messageOf } from '../contract/fault.ts';
import { mayWrite, type QueuedJob } from '../contract/job.ts';
import { LONGEST_RETRY_MS } from '../status/retry.ts';
import { monotonicMs } from '../util/monotonic.ts';
import type { GateEntry } from '../workers/gate.ts';
import { lanesOf } from './lanes.ts';
import type { Log } from './log.ts';
import type { WriterLane } from './writer-lane.ts';

/** A job in the queue. */
export interface Waiting extends GateEntry {
  readonly job: QueuedJob;
  /** Monotonic: when the next attempt is due. */
  readonly dueAtMs: number;
}

export interface AdmissionDeps {
  /** The job that has the Codex thread, from when it was opened until it is given back: it may have begun it, and so have no lane of that name. */
  readonly holderOf: (threadId: string) => string | null;
  readonly writerLane: WriterLane;
  readonly log: Log;
  /** Called with the time after which a refused job may be asked about again, where nothing else would tell. */
  readonly askAgainIn: (delayMs: number) => void;
}

/** Another broker's writer ends without telling us. */
const WRITER_POLL_MS = 500;

/** What the gate cannot know of a job that has a place: attempts that are not due, threads that running jobs have begun, writers of other brokers. */
export class Admission {
  readonly #deps: AdmissionDeps;

  constructor(deps: AdmissionDeps) {
    this.#deps = deps;
  }

  /** Whether the job may run now. From then on it has the working tree, if it writes. */
  admits({ job, dueAtMs }: Waiting): boolean {
    const { writerLane, log, askAgainIn } = this.#deps;
    const restMs = dueAtMs - monotonicMs();
    if (restMs > 0) {
      askAgainIn(restMs);
      return false;
    }
    if (this.#holderOfThread(job) !== null) return false;
    if (!mayWrite(job.request)) return true;
    try {
      if (writerLane.take(job.id)) return true;
    } catch (error) {
      log('error', `Cannot see who writes to the working tree, trying again: ${messageOf(error)}`);
    }
    askAgainIn(WRITER_POLL_MS);
    return false;
  }

  /** For which job outside the gate's lanes it waits; null when there is none. */
  waitsFor(job: QueuedJob): WaitingForJob | null {
    const holder = this.#holderOfThread(job);
    if (holder !== null) return { id: holder, why: 'same Codex thread' };
    const writer = mayWrite(job.request) ? this.#deps.writerLane.takenBy() : null;
    return writer === null ? null : { id: writer, why: 'writes to the same working tree' };
  }

  release(jobId: string): void {
    this.#deps.writerLane.release(jobId);
  }

  #holderOfThread({ request: { resumeThreadId } }: QueuedJob): string | null {
    return resumeThreadId === null ? null : this.#deps.holderOf(resumeThreadId);
  }
}

export function waitingEntry(job: QueuedJob): Waiting {
  const restMs = job.retryAt === null ? 0 : Math.min(LONGEST_RETRY_MS, Date.parse(job.retryAt) - Date.now());
  return {
    id: job.id,
    session: job.sessionId,
    lanes: lanesOf(job),
    express: job.kind === 'stop-gate-review',
    job,
    dueAtMs: monotonicMs() + Math.max(0, restMs),
  };
}
