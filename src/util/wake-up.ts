import { monotonicMs } from './monotonic.ts';

/** One timer for many wishes: the earliest one counts, the others come with it. Keeps no process alive. */
export class WakeUp {
  readonly #wake: () => void;
  #next: { readonly atMs: number; readonly timer: NodeJS.Timeout } | undefined;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  in(delayMs: number): void {
    const atMs = monotonicMs() + delayMs;
    if (this.#next !== undefined && this.#next.atMs <= atMs) return;
    this.cancel();
    const wake = () => {
      this.#next = undefined;
      this.#wake();
    };
    this.#next = { atMs, timer: setTimeout(wake, Math.ceil(delayMs)).unref() };
  }

  cancel(): void {
    clearTimeout(this.#next?.timer);
    this.#next = undefined;
  }
}
