/** Ends a broker that nobody uses. Every sign of use starts the time anew; 0 ms turns it off. */
export class IdleWatch {
  #idleMs: number;
  readonly #busy: () => boolean;
  readonly #onIdle: () => void;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(idleMs: number, busy: () => boolean, onIdle: () => void) {
    this.#idleMs = idleMs;
    this.#busy = busy;
    this.#onIdle = onIdle;
  }

  /** Somebody came, went, or a job ended; or, with `atLeastMs`, somebody is on the way. */
  touch(atLeastMs = 0): void {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#idleMs === 0 || this.#busy()) return;
    this.#timer = setTimeout(
      () => {
        if (!this.#busy()) this.#onIdle();
      },
      Math.max(this.#idleMs, atLeastMs),
    );
  }

  /** From here on any moment without use is the last one, after at least `graceMs`. */
  hurry(graceMs: number): void {
    this.#idleMs = graceMs;
    this.touch();
  }

  /** For good: connections that close while the broker ends must not start the time again. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
