import type { JobStatus } from '../contract/job.ts';
import type { JobView } from '../contract/job-view.ts';
import type { EventPosition } from './bookmark.ts';
import type { EventItem } from './event-item.ts';
import type { JobResult } from './result.ts';
import type { Submission } from './submission.ts';

export interface ConnectOptions {
  /** A directory of the workspace; that of the process without it. */
  readonly cwd?: string | undefined;
  /** The whole environment: settings, PATH, and what brokers are started with. That of the process without it. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** False: no broker is ever started; what needs one and finds none fails with `broker_unreachable`. */
  readonly start?: boolean | undefined;
  /** Is told, in a sentence, of what goes wrong and does not keep anybody from what was asked for. */
  readonly onWarning?: ((sentence: string) => void) | undefined;
}

/** A job as `status JOB --json` shows it, and what it came to. */
export type Job = JobView & {
  /** What the command that runs such a job prints with `--json`; null while the job has not ended. */
  readonly result: JobResult | null;
  /** What Codex has said: the answer, or the review; of a job that did not complete its last words, '' without any. Null while it has not ended. */
  readonly text: string | null;
};

export type FinishedStatus = Exclude<JobStatus, 'queued' | 'running'>;

export type FinishedJob = Job & { readonly status: FinishedStatus; readonly result: JobResult; readonly text: string };

export interface WaitOptions {
  /** Ends the wait, which rejects with its reason. The job goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time to wait, in milliseconds; then it rejects with `timed_out`. The job goes on. */
  readonly timeoutMs?: number | undefined;
}

export interface SubscribeOptions {
  /** Prefixes of topics, such as `job.` or `broker.`; every event without it. */
  readonly topics?: readonly string[] | undefined;
  /**
   * Where to begin: after this event (of which the envelope is enough), or after this number of the broker that serves now. What
   * happens from now on without it; 0 is as far back as the broker remembers.
   */
  readonly since?: EventPosition | number | undefined;
  /** Ends the iteration, quietly. */
  readonly signal?: AbortSignal | undefined;
}

export interface FollowOptions {
  /** Ends the iteration, quietly. The job goes on. */
  readonly signal?: AbortSignal | undefined;
}

export interface JobsOptions {
  /** How many finished jobs, newest first: 8 without it. */
  readonly finished?: number | 'all' | undefined;
}

/**
 * A client of the brokers of one workspace. It holds no connection between calls, and finds the next broker when one has ended.
 * Every method rejects with a `ClientError` of a documented `code` for what can be expected to go wrong.
 */
export interface Companion {
  readonly workspaceRoot: string;
  /** Hands a job over. Resolves when it is on disk: from then on it ends, whatever becomes of this process or the broker. */
  submit(submission: Submission): Promise<Job>;
  /** Waits for the end of a job, across the death of its broker. How it ended is in the job: a failed one is no rejection. */
  wait(jobId: string, options?: WaitOptions): Promise<FinishedJob>;
  /** The events of one job, from its first to its last as far as its broker remembers them. Ends with the job. */
  follow(jobId: string, options?: FollowOptions): AsyncIterable<EventItem>;
  /** The events of whichever broker serves, one after the other; waits for one when there is none. Ends with the signal, or `close`. */
  subscribe(options?: SubscribeOptions): AsyncIterable<EventItem>;
  /** The jobs of the workspace, the one that changed last first. What dead brokers left is settled before. */
  jobs(options?: JobsOptions): Promise<Job[]>;
  /** Null when there is no such job. */
  job(jobId: string): Promise<Job | null>;
  /** Ends a job, and everything that it started. Of one that has ended before, its end. */
  cancel(jobId: string): Promise<FinishedJob>;
  /** Answers what Codex asks to be allowed (event `job.asked`, rule `ask`). False when the question is not open any more. */
  answer(jobId: string, questionId: string, decision: 'accept' | 'decline'): Promise<boolean>;
  /**
   * Ends what is under way: iterations end, waits reject with `interrupted`. Jobs go on. Afterwards nothing of this keeps the
   * process alive. Twice is harmless.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
