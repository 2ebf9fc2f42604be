import * as v from 'valibot';
import { eventually, eventuallyHolds } from './eventually.ts';
import { type Captured, type SpawnOptions, spawnCaptured } from './process.ts';

/** Long enough for a cold app-server on a busy machine. */
const ANSWER_MS = 20_000;

const MessageSchema = v.looseObject({
  id: v.exactOptional(v.union([v.string(), v.number()])),
  method: v.exactOptional(v.string()),
  params: v.optional(v.looseObject({}), {}),
  result: v.exactOptional(v.unknown()),
  error: v.exactOptional(v.looseObject({ code: v.number(), message: v.string() })),
});
export type Message = v.InferOutput<typeof MessageSchema>;

const TurnSchema = v.looseObject({
  id: v.string(),
  status: v.string(),
  items: v.array(v.looseObject({ type: v.string(), text: v.exactOptional(v.string()) })),
  error: v.nullish(v.looseObject({ message: v.string(), codexErrorInfo: v.unknown() })),
});
export type TurnSeen = v.InferOutput<typeof TurnSchema>;

const ItemSchema = v.looseObject({ type: v.string(), id: v.string() });
export type ItemSeen = v.InferOutput<typeof ItemSchema>;

const ThreadResult = v.looseObject({ thread: v.looseObject({ id: v.string() }) });
const TurnResult = v.looseObject({ turn: v.looseObject({ id: v.string() }) });

/** The plainest client of an app-server: for tests that want to see its messages as they are. */
export class AppServerClient {
  readonly process: Captured;
  /** All messages that came, in order. */
  readonly messages: Message[] = [];
  #nextId = 1;

  constructor(process: Captured) {
    this.process = process;
    process.onLine((line) => {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), MessageSchema), line);
      if (parsed.success) this.messages.push(parsed.output);
    });
  }

  /** Starts `codex app-server` and initializes it; killed when the running test ends. */
  static async start(codex: string, options: SpawnOptions, capabilities: object = {}): Promise<AppServerClient> {
    const client = new AppServerClient(spawnCaptured(codex, ['app-server'], options));
    const clientInfo = { name: 'tests', title: 'Tests', version: '0.0.0' };
    await client.request('initialize', {
      clientInfo,
      capabilities: { experimentalApi: true, requestAttestation: false, ...capabilities },
    });
    client.notify('initialized', {});
    return client;
  }

  /** The result; rejects with the message of an error response. */
  async request(method: string, params: object, withinMs = ANSWER_MS): Promise<unknown> {
    const response = await this.exchange(method, params, withinMs);
    if (response.error !== undefined) throw new Error(`${method}: ${response.error.code} ${response.error.message}`);
    return response.result;
  }

  /** The response, an error too. */
  exchange(method: string, params: object, withinMs = ANSWER_MS): Promise<Message> {
    return this.response(this.send(method, params), method, withinMs);
  }

  response(id: number, method: string, withinMs = ANSWER_MS): Promise<Message> {
    const isIt = (message: Message) => message.id === id && message.method === undefined;
    return eventually(() => this.messages.find(isIt), { withinMs, what: `response to ${method}` });
  }

  /** Sends a request and returns its id. */
  send(method: string, params: object): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.raw({ id, method, params });
    return id;
  }

  notify(method: string, params: object): void {
    this.raw({ method, params });
  }

  raw(message: object): void {
    this.process.write(`${JSON.stringify(message)}\n`);
  }

  async startThread(params: object = {}): Promise<string> {
    return v.parse(ThreadResult, await this.request('thread/start', { ephemeral: false, ...params })).thread.id;
  }

  async startTurn(threadId: string, prompt: string): Promise<string> {
    const input = [{ type: 'text', text: prompt, text_elements: [] }];
    return v.parse(TurnResult, await this.request('turn/start', { threadId, input })).turn.id;
  }

  /** Starts a turn and waits for its end. */
  async playTurn(threadId: string, prompt: string, withinMs = ANSWER_MS): Promise<TurnSeen> {
    return this.turnEnd(await this.startTurn(threadId, prompt), withinMs);
  }

  turnEnd(turnId: string, withinMs = ANSWER_MS): Promise<TurnSeen> {
    const ends = () => this.params('turn/completed').map((params) => v.parse(TurnSchema, params['turn']));
    return eventually(() => ends().find((turn) => turn.id === turnId), { withinMs, what: `end of turn ${turnId}` });
  }

  /** The parameters of every notification (or request) of this method so far. */
  params(method: string): Message['params'][] {
    return this.messages.filter((message) => message.method === method).map((message) => message.params);
  }

  items(moment: 'started' | 'completed'): ItemSeen[] {
    return this.params(`item/${moment}`).map((params) => v.parse(ItemSchema, params['item']));
  }

  /** Waits for so many notifications of a method. */
  async seen(method: string, count = 1, withinMs = ANSWER_MS): Promise<Message['params'][]> {
    const what = `${count} × ${method}`;
    return eventuallyHolds(
      () => this.params(method),
      (list) => list.length >= count,
      { withinMs, what },
    );
  }

  /** The request of the server to its client that has this id (they count from 0), past ones included. */
  serverRequest(id: number, withinMs = ANSWER_MS): Promise<Message> {
    const isIt = (message: Message) => message.id === id && message.method !== undefined;
    return eventually(() => this.messages.find(isIt), { withinMs, what: `request ${id} of the server` });
  }
}
