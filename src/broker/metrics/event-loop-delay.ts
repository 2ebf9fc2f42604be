import { monotonicMs } from '../../util/monotonic.ts';

/** How often a timer is set to see how late it comes. */
const EVERY_MS = 50;

/**
 * How late timers are while somebody cares: an idle broker is not woken for it. Node's own monitorEventLoopDelay takes
 * the time for which it was off for a delay.
 */
export class EventLoopDelay {
  readonly #onDelay: (delayMs: number) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(onDelay: (delayMs: number) => void) {
    this.#onDelay = onDelay;
  }

  /** Twice is harmless. */
  start(): void {
    this.#timer ??= this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(): NodeJS.Timeout {
    const dueAtMs = monotonicMs() + EVERY_MS;
    const timer = setTimeout(() => {
      this.#onDelay(Math.max(0, monotonicMs() - dueAtMs));
      this.#timer = this.#look();
    }, EVERY_MS);
    return timer.unref();
  }
}
