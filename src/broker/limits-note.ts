import { messageOf } from '../contract/fault.ts';
import type { RateLimit } from '../contract/rate-limit.ts';
import { writeLimits } from '../status/limits-file.ts';
import type { Log } from './log.ts';

/** Codex tells of them several times a turn: they are written down at most so often. */
const NOTE_EVERY_MS = 1_000;

/** Keeps the file up to date in which everybody finds the limits of this broker's account. */
export class LimitsNote {
  readonly #file: string;
  readonly #log: Log;
  #limits: readonly RateLimit[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isNews = false;

  constructor(file: string, log: Log) {
    this.#file = file;
    this.#log = log;
  }

  note(limits: readonly RateLimit[]): void {
    this.#limits = limits;
    this.#isNews = true;
    if (this.#timer === undefined) this.#write();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #write(): void {
    this.#timer = undefined;
    if (!this.#isNews) return;
    this.#isNews = false;
    this.#timer = setTimeout(() => this.#write(), NOTE_EVERY_MS).unref();
    try {
      writeLimits(this.#file, this.#limits);
    } catch (error) {
      this.#log('error', `Cannot write down the limits of the account: ${messageOf(error)}`);
    }
  }
}
