import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allBrokerPaths, type BrokerPaths } from '../config/paths.ts';
import { isJobEvent } from '../contract/event.ts';
import { messageOf } from '../contract/fault.ts';
import type { ReconciledJobs } from '../status/reconcile.ts';
import { type BrokerListener, type FeedEnd, followBroker, type Trouble } from './broker-feed.ts';
import type { ClientContext } from './context.ts';
import type { JobMirror } from './job-mirror.ts';
import { readJobs, reportDamage, settleJobs } from './jobs.ts';

/** How often it is looked whether another broker has come up, and whether jobs are left of one that is gone. */
export const LOOK_EVERY_MS = 1_000;

/** Whether somebody tells of the jobs, and what happened to whoever did. */
export type Link =
  | { readonly id: 'connecting' }
  | { readonly id: 'live' }
  /** `why` is null when there was none, or when it ended as brokers do that have nothing to do. */
  | { readonly id: 'none'; readonly why: string | null }
  | Trouble;

export interface FeedListener {
  /** Something is not as it was. */
  onChange(): void;
  /** Something was done by a job, or may have been. */
  onJob(jobId: string): void;
}

/** Keeps a mirror of the jobs up to date: from every broker of the workspace that is there, else from the store. */
export class WorkspaceFeed {
  readonly #context: ClientContext;
  readonly #mirror: JobMirror;
  readonly #listener: FeedListener;
  readonly #following = new Map<string, Promise<void>>();
  /** Keys of the brokers that tell, and of those that should and do not, with the reason. */
  readonly #telling = new Set<string>();
  readonly #troubles = new Map<string, Trouble>();
  /** By what was tried, what was told of it last. */
  readonly #failures = new Map<string, string>();
  #reading: Promise<void> | undefined;
  #looked = false;
  #reported = false;
  /** Of the store, when it was last read. */
  #stamp = '';
  #lastWords: string | null = null;

  constructor(context: ClientContext, mirror: JobMirror, listener: FeedListener) {
    this.#context = context;
    this.#mirror = mirror;
    this.#listener = listener;
  }

  get link(): Link {
    if (this.#telling.size > 0) return { id: 'live' };
    const [trouble] = this.#troubles.values();
    if (trouble !== undefined) return trouble;
    return this.#looked ? { id: 'none', why: this.#lastWords } : { id: 'connecting' };
  }

  /** Until the signal aborts, of which it makes no error. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#readStore(signal);
    while (!signal.aborted) {
      this.#look(signal);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (this.#hasOrphans() || this.#isOutdated()) void this.#readStore(signal);
    }
    await Promise.all([...this.#following.values(), this.#reading]);
  }

  /** Never rejects. */
  #readStore(signal: AbortSignal): Promise<void> {
    this.#reading ??= this.#read(signal).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  #look(signal: AbortSignal): void {
    try {
      for (const paths of allBrokerPaths(this.#context.workspace.directory)) this.#follow(paths, signal);
    } catch (error) {
      this.#warn('look for brokers', error);
    }
    if (this.#following.size === 0) this.#onLooked();
  }

  #follow(paths: BrokerPaths, signal: AbortSignal): void {
    const key = path.basename(paths.directory);
    if (this.#following.has(key)) return;
    const followed = followBroker(paths, this.#listenerFor(key), { program: this.#context.program, signal })
      .then((end) => this.#onEnd(key, end, signal))
      .catch((error: unknown) => {
        if (!signal.aborted) this.#warn('follow a broker', error);
      })
      .finally(() => this.#following.delete(key));
    this.#following.set(key, followed);
  }

  #listenerFor(key: string): BrokerListener {
    return {
      onSnapshot: (jobs) => {
        this.#telling.add(key);
        this.#troubles.delete(key);
        this.#mirror.takeSnapshot(key, jobs);
        for (const { job } of jobs) this.#listener.onJob(job.id);
        this.#listener.onChange();
      },
      onEvent: (envelope) => {
        this.#mirror.observe(envelope);
        if (isJobEvent(envelope.event)) this.#listener.onJob(envelope.event.jobId);
        this.#listener.onChange();
      },
      onPlaces: (jobs) => {
        this.#mirror.takePlaces(jobs);
        this.#listener.onChange();
      },
    };
  }

  async #onEnd(key: string, end: FeedEnd, signal: AbortSignal): Promise<void> {
    const told = this.#telling.delete(key);
    if (end.id === 'absent' || end.id === 'gone') this.#troubles.delete(key);
    else this.#troubles.set(key, end);
    if (told) this.#lastWords = wordsOf(end);
    // What it did last may not have been heard.
    if (told) await this.#readStore(signal);
    this.#onLooked();
  }

  #onLooked(): void {
    this.#looked = true;
    this.#listener.onChange();
  }

  /** Active jobs of which nobody tells. */
  #hasOrphans(): boolean {
    return this.#mirror.active().some(({ owner }) => !this.#telling.has(owner.brokerKey));
  }

  /** Something was written while nobody told of it: a broker can come and go between two looks. */
  #isOutdated(): boolean {
    return this.#telling.size === 0 && this.#context.store.stamp !== this.#stamp;
  }

  async #read(signal: AbortSignal): Promise<void> {
    try {
      this.#stamp = this.#context.store.stamp;
      const settled = await settleJobs(this.#context);
      this.#take(settled);
      // Shown before the broker that they wait for is started, which takes a while.
      if (settled.ownerless.length > 0) this.#take(await readJobs(this.#context, { signal }));
    } catch (error) {
      this.#warn('read the jobs', error);
    }
  }

  /** It is tried again every second, and told once. */
  #warn(what: string, error: unknown): void {
    const why = messageOf(error);
    if (this.#failures.get(what) === why) return;
    this.#failures.set(what, why);
    this.#context.warn(`Cannot ${what}: ${why}`);
  }

  #take(read: ReconciledJobs): void {
    if (!this.#reported) reportDamage(this.#context, read);
    this.#reported = true;
    this.#mirror.takeStored(read.jobs);
    for (const { id } of read.jobs) this.#listener.onJob(id);
    this.#listener.onChange();
  }
}

/** Null for an end that needs no words: a broker with nothing to do leaves. */
function wordsOf(end: FeedEnd): string | null {
  if (end.id !== 'gone') return null;
  if (end.notice === null) return 'it was killed, or has crashed';
  return end.notice.exitStatus === 0 && end.notice.cause !== 'stopped' ? null : end.notice.message;
}
