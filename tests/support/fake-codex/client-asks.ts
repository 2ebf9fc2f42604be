import { deferred } from '../../../src/util/deferred.ts';
import type { Id, Wire } from './wire.ts';

export type Answer = { readonly result: unknown } | { readonly error: unknown };

/** Requests from the server to its client. Their ids start at 0 and overlap the client's own, as the real ones do. */
export class ClientAsks {
  readonly #wire: Wire;
  readonly #pending = new Map<Id, (answer: Answer) => void>();
  #nextId = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Waits for the answer, for ever if need be; rejects when `signal` aborts. */
  async ask(method: string, params: object, signal: AbortSignal): Promise<{ id: number; answer: Answer }> {
    const id = this.#nextId;
    this.#nextId += 1;
    const { promise, resolve, reject } = deferred<Answer>();
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    this.#pending.set(id, resolve);
    this.#wire.request(id, method, params);
    try {
      return { id, answer: await promise };
    } finally {
      signal.removeEventListener('abort', stop);
      this.#pending.delete(id);
    }
  }

  settle(id: Id, answer: Answer): void {
    this.#pending.get(id)?.(answer);
  }
}
