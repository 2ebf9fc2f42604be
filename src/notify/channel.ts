import type { FinishedJob } from '../contract/job.ts';

/**
 * How it went to tell of a job: what there is to say of it for the broker's log, or why it was in vain. `later`: it did not
 * get through before the broker's end, and the next one may try.
 */
export type Told =
  | { readonly ok: true; readonly remark: string | null }
  | { readonly ok: false; readonly why: string; readonly later?: boolean };

/** A way to tell somebody that a job has ended. */
export interface Channel {
  /** The setting that turns it on. */
  readonly setting: string;
  /** Part of the names of files: lower-case letters. */
  readonly name: string;
  /** Never rejects, ends by itself within a bound, and soon after the signal. */
  tell(job: FinishedJob, signal: AbortSignal): Promise<Told>;
}
