import { messageOf } from '../contract/fault.ts';
import { keepRuleOf } from '../status/keep-rule.ts';
import { prune } from '../status/prune.ts';
import type { JobStore } from '../status/store.ts';
import { monotonicMs } from '../util/monotonic.ts';
import type { Log } from './log.ts';

/** A broker that is used all day looks for old jobs this often, when it has nothing else to do. */
const AGAIN_AFTER_MS = 3_600_000;

export interface HousekeepingParts {
  readonly store: JobStore;
  readonly settings: { readonly keepJobs: number; readonly keepMs: number };
  /** Whether the lock is still ours. */
  readonly isHeld: () => boolean;
  readonly log: Log;
}

/** Removes old finished jobs, at the start of a broker and then at most once an hour. */
export class Housekeeping {
  readonly #parts: HousekeepingParts;
  readonly #ending = new AbortController();
  #lastAtMs = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;

  constructor(parts: HousekeepingParts) {
    this.#parts = parts;
  }

  /** Nothing waits for it. */
  run(): void {
    const nowMs = monotonicMs();
    const isDue = nowMs - this.#lastAtMs >= AGAIN_AFTER_MS;
    if (!isDue || this.#running !== undefined || this.#ending.signal.aborted || !this.#parts.isHeld()) return;
    this.#lastAtMs = nowMs;
    this.#running = this.#prune().finally(() => {
      this.#running = undefined;
    });
  }

  /** What is not removed yet is left to the next one. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #prune(): Promise<void> {
    const { store, settings, log } = this.#parts;
    try {
      const rule = keepRuleOf(settings);
      const pruned = await prune(store, { rule, nowMs: Date.now(), signal: this.#ending.signal });
      const { removed, kept, strays, problem } = pruned;
      if (removed.length > 0) log('info', `Removed ${removed.length} old jobs; ${kept} finished ones are kept`);
      if (strays > 0) log('info', `Removed ${strays} logs and marks of jobs that are no more`);
      if (problem !== null) log('error', problem);
    } catch (error) {
      log('error', `Cannot remove old jobs: ${messageOf(error)}`);
    }
  }
}
