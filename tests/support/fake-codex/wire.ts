import { once } from 'node:events';
import type { Writable } from 'node:stream';

export type Id = string | number;

/** The way out: one JSON message a line. Writes to a pipe are synchronous, so what was sent survives `exit`. */
export class Wire {
  readonly #out: Writable;
  readonly #optedOut = new Set<string>();
  #mute = false;

  constructor(out: Writable) {
    this.#out = out;
    // The reader went; the end of stdin will end us.
    out.on('error', () => undefined);
  }

  reply(id: Id, result: unknown): void {
    this.#send({ id, result });
  }

  refuse(id: Id, code: number, message: string): void {
    this.#send({ error: { code, message }, id });
  }

  request(id: Id, method: string, params: unknown): void {
    this.#send({ id, method, params });
  }

  notify(method: string, params: object): void {
    void this.notifyAll([[method, params]]);
  }

  /** All of them in one write. Resolves when the reader has room for more. */
  async notifyAll(notices: ReadonlyArray<readonly [method: string, params: object]>): Promise<void> {
    const emittedAtMs = Date.now();
    const wanted = notices.filter(([method]) => !this.#optedOut.has(method));
    this.raw(wanted.map(([method, params]) => `${JSON.stringify({ method, params, emittedAtMs })}\n`).join(''));
    if (this.#out.writableNeedDrain) await once(this.#out, 'drain');
  }

  raw(bytes: string): void {
    if (!this.#mute) this.#out.write(bytes);
  }

  optOut(methods: readonly string[]): void {
    for (const method of methods) this.#optedOut.add(method);
  }

  /** Nothing is written any more. */
  mute(): void {
    this.#mute = true;
  }

  #send(message: object): void {
    this.raw(`${JSON.stringify(message)}\n`);
  }
}
