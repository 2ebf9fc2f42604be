import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { messageOf } from '../contract/fault.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../contract/job.ts';
import { claimUntold, markUntold, untoldMarks } from '../status/untold.ts';
import { settledWithin } from '../util/deadline.ts';
import type { Channel } from './channel.ts';

/** Of one channel so many jobs are told at once. */
export const MAX_AT_ONCE = 2;

/** So many wait in memory; the others are found again on disk when those have been told. */
export const MAX_WAITING = 1_000;

/** What ended longer ago is not told any more: nobody waits for it. */
export const TELL_WITHIN_MS = 24 * 3_600_000;

/** What is being told when a broker ends may go on for so long, and what waits may begin. */
export const LAST_CALL_MS = 5_000;

/** An ended program has been killed by then. */
const ENDED_WITHIN_MS = 3_000;

export interface AnnouncerParts {
  readonly channel: Channel;
  /** The folder of the workspace. */
  readonly directory: string;
  /** The record as it is stored. @throws Error when the store cannot be read. */
  readonly read: (jobId: string) => JobRecord | null;
  log(level: 'error' | 'info' | 'debug', message: string): void;
  /** {@link MAX_WAITING} without it. */
  readonly maxWaiting?: number;
}

/**
 * Tells of the ends of jobs by one channel, each of them at most once, whichever broker does it:
 *
 *     accepted ──▶ marked ──▶ (ended) ──▶ waiting ──▶ claimed ──▶ told
 *
 * A job is marked on disk before its submission is answered, and the mark is removed in the moment in which telling
 * begins. A broker that dies before that leaves the mark to the next one ({@link resume}); what it was telling at that
 * moment nobody tells again, unless the channel knows that it did not get through. Jobs that were accepted without the setting have no mark.
 */
export class Announcer {
  readonly #parts: AnnouncerParts;
  readonly #waiting = new Set<string>();
  readonly #telling = new Set<Promise<void>>();
  readonly #ending = new AbortController();
  #moreOnDisk = false;

  constructor(parts: AnnouncerParts) {
    this.#parts = parts;
  }

  /** The job was accepted, and will end. */
  expect(jobId: string): void {
    const { channel, directory, log } = this.#parts;
    try {
      markUntold(directory, jobId, channel.name);
    } catch (error) {
      log('error', `${channel.setting} will not be told of ${jobId}: ${messageOf(error)}`);
    }
  }

  /** The job's end is on disk. */
  ended(jobId: string): void {
    if (this.#waiting.size >= (this.#parts.maxWaiting ?? MAX_WAITING)) this.#moreOnDisk = true;
    else this.#waiting.add(jobId);
    this.#tellNext();
  }

  /** Finds what ended under a broker that did not come to tell of it. */
  resume(): void {
    const { channel, directory, log } = this.#parts;
    this.#moreOnDisk = false;
    try {
      const marks = untoldMarks(directory).filter((mark) => mark.channel === channel.name);
      // Ids of one kind sort by age.
      for (const { id } of marks.sort((a, b) => (a.id < b.id ? -1 : 1))) if (this.#isDue(id)) this.ended(id);
    } catch (error) {
      log('error', `${channel.setting} is not told of what ended before: ${messageOf(error)}`);
    }
  }

  /** What waits is left to the next broker if its turn does not come within `withinMs`. Then nothing runs any more. */
  async close(withinMs = LAST_CALL_MS): Promise<void> {
    await settledWithin(this.#quiet(), withinMs);
    this.#ending.abort();
    this.#waiting.clear();
    await settledWithin(this.#quiet(), ENDED_WITHIN_MS);
  }

  async #quiet(): Promise<void> {
    while (this.#telling.size > 0) await Promise.all(this.#telling);
  }

  #isDue(jobId: string): boolean {
    const job = this.#finished(jobId);
    if (job === null) return false;
    if (Date.now() - Date.parse(job.completedAt) <= TELL_WITHIN_MS) return true;
    const { channel, log } = this.#parts;
    if (this.#claim(jobId))
      log('info', `${channel.setting} was not told of ${jobId}, which ended at ${job.completedAt}`);
    return false;
  }

  #tellNext(): void {
    while (this.#telling.size < MAX_AT_ONCE && !this.#ending.signal.aborted) {
      const [jobId] = this.#waiting;
      if (jobId === undefined) break;
      this.#waiting.delete(jobId);
      const telling = this.#tell(jobId).finally(() => {
        this.#telling.delete(telling);
        this.#tellNext();
      });
      this.#telling.add(telling);
    }
    if (this.#moreOnDisk && this.#waiting.size === 0) this.resume();
  }

  /** Never rejects. */
  async #tell(jobId: string): Promise<void> {
    // Whoever records an end is not held up.
    await yieldToOthers();
    if (this.#ending.signal.aborted) return;
    const job = this.#finished(jobId);
    if (job === null || !this.#claim(jobId)) return;
    const { channel, log } = this.#parts;
    const told = await this.#tellClaimed(job);
    if (told.ok)
      log(told.remark === null ? 'debug' : 'info', `${channel.setting} was told of ${jobId}${remarkOf(told.remark)}`);
    else log('error', `${channel.setting} was told of ${jobId} in vain: ${told.why}`);
    if (!told.ok && told.later === true) this.expect(jobId);
  }

  async #tellClaimed(job: FinishedJob): ReturnType<Channel['tell']> {
    try {
      return await this.#parts.channel.tell(job, this.#ending.signal);
    } catch (error) {
      return { ok: false, why: messageOf(error) };
    }
  }

  /** Null when it has not ended, or the store does not say now: then its mark is left to the next broker. */
  #finished(jobId: string): FinishedJob | null {
    const { channel, read, log } = this.#parts;
    try {
      const job = read(jobId);
      return job !== null && isFinished(job) ? job : null;
    } catch (error) {
      log('error', `${channel.setting} is not told of ${jobId}: ${messageOf(error)}`);
      return null;
    }
  }

  #claim(jobId: string): boolean {
    const { channel, directory, log } = this.#parts;
    try {
      return claimUntold(directory, jobId, channel.name);
    } catch (error) {
      log('error', `${channel.setting} is not told of ${jobId}: ${messageOf(error)}`);
      return false;
    }
  }
}

function remarkOf(remark: string | null): string {
  return remark === null ? '' : `: ${remark}`;
}
