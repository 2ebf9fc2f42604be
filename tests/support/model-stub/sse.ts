import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** The socket is gone: the client went, or the stub closes. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** One answer as a stream of server-sent events, in the words of the Responses API. */
export class Sse {
  readonly id: string;
  readonly #response: ServerResponse;
  readonly #gone = new AbortController();

  constructor(id: string, response: ServerResponse) {
    this.id = id;
    this.#response = response;
    response.on('close', () => this.#gone.abort(new Gone('the client went')));
  }

  open(headers: Readonly<Record<string, string>>): void {
    this.#response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', ...headers });
    this.#response.flushHeaders();
  }

  json(status: number, headers: Readonly<Record<string, string>>, body: unknown): void {
    this.#response.writeHead(status, { 'content-type': 'application/json', ...headers });
    this.#response.end(JSON.stringify(body));
  }

  event(type: string, fields: object): void {
    if (this.#gone.signal.aborted) return;
    this.#response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
  }

  item(item: object): void {
    this.event('response.output_item.done', { output_index: 0, item });
  }

  end(): void {
    this.#response.end();
  }

  /** Breaks the connection. */
  destroy(): void {
    this.#response.destroy();
  }

  /** Rejects with {@link Gone} as soon as the client goes. */
  async wait(ms: number): Promise<void> {
    if (ms <= 0) return;
    try {
      await pause(ms, undefined, { signal: this.#gone.signal });
    } catch {
      throw new Gone('the client went');
    }
  }

  /** Never answers. */
  async hang(): Promise<never> {
    for (;;) await this.wait(60_000);
  }
}

export function newItemId(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

export function messageItem(id: string, text: string, phase: string | undefined): object {
  const content = [{ type: 'output_text', text, annotations: [] }];
  const item = { type: 'message', role: 'assistant', id, status: 'completed', content };
  return phase === undefined ? item : { ...item, phase };
}
