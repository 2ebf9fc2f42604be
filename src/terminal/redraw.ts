import { monotonicMs } from '../util/monotonic.ts';

/** Draws soon after it was asked to, and never more often than every so many milliseconds. */
export class Redraw {
  readonly #draw: () => void;
  readonly #everyMs: number;
  #lastMs = Number.NEGATIVE_INFINITY;
  #due: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(draw: () => void, everyMs: number) {
    this.#draw = draw;
    this.#everyMs = everyMs;
  }

  /** Any number of requests until the next drawing are one. */
  request(): void {
    if (this.#stopped || this.#due !== undefined) return;
    const restMs = Math.max(0, this.#lastMs + this.#everyMs - monotonicMs());
    this.#due = setTimeout(() => this.now(), restMs);
  }

  now(): void {
    if (this.#stopped) return;
    clearTimeout(this.#due);
    this.#due = undefined;
    this.#lastMs = monotonicMs();
    this.#draw();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#due);
  }
}
