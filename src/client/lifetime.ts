import { ClientError, clientErrorOf } from './client-error.ts';

/** What a client has under way. Its end ends all of it, and errors come out in one form: see {@link ClientError}. */
export class Lifetime {
  readonly #over = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();

  /** Runs `work` with a signal that aborts at the end of this, and with `signal`. @throws ClientError; the reason of `signal`. */
  async run<T>(work: (ended: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    this.#throwIfOver();
    const running = work(this.#with(signal));
    this.#underWay.add(running);
    try {
      return await running;
    } catch (error) {
      this.#throwIfOver();
      signal?.throwIfAborted();
      throw clientErrorOf(error) ?? error;
    } finally {
      this.#underWay.delete(running);
    }
  }

  /** The same for items one by one; the end of this, and `signal`, end them quietly. */
  async *iterate<T>(
    items: (ended: AbortSignal) => AsyncIterable<T>,
    signal?: AbortSignal,
  ): AsyncGenerator<T, void, undefined> {
    this.#throwIfOver();
    const ended = this.#with(signal);
    try {
      for await (const item of items(ended)) {
        if (ended.aborted) return;
        yield item;
      }
    } catch (error) {
      if (!ended.aborted) throw clientErrorOf(error) ?? error;
    }
  }

  /** Resolves when nothing is under way any more. Twice is harmless. */
  async end(): Promise<void> {
    this.#over.abort(closed());
    await Promise.allSettled(this.#underWay);
  }

  #with(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.#over.signal : AbortSignal.any([this.#over.signal, signal]);
  }

  #throwIfOver(): void {
    if (this.#over.signal.aborted) throw closed();
  }
}

function closed(): ClientError {
  return new ClientError('interrupted', 'The companion was closed');
}
