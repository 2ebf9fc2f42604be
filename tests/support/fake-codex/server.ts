import * as v from 'valibot';
import type { App } from './app.ts';
import { Call, Refusal } from './call.ts';
import { linesOf } from './lines.ts';
import { type Method, methodsOf } from './methods/table.ts';
import type { Id } from './wire.ts';

const MessageSchema = v.looseObject({
  id: v.exactOptional(v.union([v.string(), v.number()])),
  method: v.exactOptional(v.string()),
  params: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
  error: v.optional(v.unknown()),
});
type Message = v.InferOutput<typeof MessageSchema>;

/** Reads and answers messages until the input ends. */
export class Server {
  readonly #app: App;
  readonly #methods: ReadonlyMap<string, Method>;

  constructor(app: App) {
    this.#app = app;
    this.#methods = methodsOf(app.settings.minimal);
  }

  async serve(input: AsyncIterable<unknown>): Promise<void> {
    for await (const line of linesOf(input)) this.#receive(line);
  }

  #receive(line: string): void {
    const message = messageIn(line);
    if (message === undefined) {
      process.stderr.write('fake-codex: cannot read message: not a JSON-RPC object\n');
      return;
    }
    this.#app.journal.note({ kind: 'received', message });
    if (this.#app.silent) return;
    if (this.#app.settings.start().kind === 'garbage' && !this.#app.initialized) this.#app.wire.raw('%%% fake %%%\n');
    else this.#dispatch(message);
  }

  #dispatch(message: Message): void {
    const { id, method } = message;
    if (id === undefined) return;
    if (method === undefined) this.#settle(id, message);
    else void this.#answer(id, method, message.params);
  }

  #settle(id: Id, message: Message): void {
    this.#app.asks.settle(id, 'error' in message ? { error: message.error } : { result: message.result });
  }

  async #answer(id: Id, method: string, params: unknown): Promise<void> {
    const call = new Call(this.#app.wire, id, params);
    try {
      await this.#methodFor(method, params)(this.#app, call);
    } catch (error) {
      if (error instanceof Refusal) call.refuse(error.code, error.message);
      else call.refuse(-32603, `fake: ${String(error)}`);
    }
  }

  #methodFor(name: string, params: unknown): Method {
    if (params === undefined) throw new Refusal('Invalid request: missing field `params`');
    if (!this.#app.initialized && name !== 'initialize') throw new Refusal('Not initialized');
    const method = this.#methods.get(name);
    if (method === undefined) throw new Refusal(`Method not found: ${name}`, -32601);
    return method;
  }
}

function messageIn(line: string): Message | undefined {
  try {
    return v.parse(MessageSchema, JSON.parse(line));
  } catch {
    return undefined;
  }
}
