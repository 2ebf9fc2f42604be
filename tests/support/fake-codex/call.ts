import * as v from 'valibot';
import type { Id, Wire } from './wire.ts';

/** A request that is refused with a JSON-RPC error. */
export class Refusal extends Error {
  readonly code: number;

  constructor(message: string, code = -32600) {
    super(message);
    this.code = code;
  }
}

/** A request of the client, to be answered once, late, or never. */
export class Call {
  readonly #wire: Wire;
  readonly #id: Id;
  readonly #params: unknown;

  constructor(wire: Wire, id: Id, params: unknown) {
    this.#wire = wire;
    this.#id = id;
    this.#params = params;
  }

  /** @throws Refusal when the parameters are not what the method takes. */
  params<const Schema extends v.GenericSchema>(schema: Schema): v.InferOutput<Schema> {
    const parsed = v.safeParse(schema, this.#params);
    if (parsed.success) return parsed.output;
    throw new Refusal(`Invalid request: ${v.summarize(parsed.issues)}`);
  }

  reply(result: object): void {
    this.#wire.reply(this.#id, result);
  }

  refuse(code: number, message: string): void {
    this.#wire.refuse(this.#id, code, message);
  }
}
