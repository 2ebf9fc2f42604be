type Closer = () => void | Promise<void>;

/**
 * What was opened, closed in the opposite order. Running it twice closes nothing twice, and one
 * closer that fails keeps none of the others from running.
 */
export class Teardown {
  readonly #closers: Array<{ readonly what: string; readonly close: Closer }> = [];
  #running: Promise<void> | undefined;
  readonly #onError: (what: string, error: unknown) => void;

  constructor(onError: (what: string, error: unknown) => void = () => undefined) {
    this.#onError = onError;
  }

  /** Registers a closer and, when the teardown has begun already, runs it at once. */
  add(what: string, close: Closer): void {
    if (this.#running === undefined) this.#closers.push({ what, close });
    else this.#running = this.#running.then(() => this.#close(what, close));
  }

  run(): Promise<void> {
    this.#running ??= this.#closeAll();
    return this.#running;
  }

  async #closeAll(): Promise<void> {
    for (let next = this.#closers.pop(); next !== undefined; next = this.#closers.pop()) {
      await this.#close(next.what, next.close);
    }
  }

  async #close(what: string, close: Closer): Promise<void> {
    try {
      await close();
    } catch (error) {
      this.#onError(what, error);
    }
  }
}
