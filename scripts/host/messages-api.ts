import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What the model says next: it calls a tool, or it ends its turn with a text. */
export type Move = { readonly tool: string; readonly input: object } | { readonly say: string };

/** The next move, or how it follows from what was said before. */
export type Line = Move | ((told: string) => Move);

/** A stand-in for the Messages API, as far as Claude Code uses it, that plays a script. */
export class MessagesApi {
  /** The whole conversation as of each request: what the user, the host and tools have said. */
  readonly heard: string[] = [];
  readonly #server: Server;
  readonly #script: Line[];

  private constructor(script: readonly Line[]) {
    this.#script = [...script];
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(script: readonly Line[]): Promise<MessagesApi> {
    const api = new MessagesApi(script);
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The stand-in does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Moves that nobody has asked for. */
  get left(): number {
    return this.#script.length;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url?.startsWith('/v1/messages') !== true || request.url.includes('count_tokens')) {
      response.writeHead(request.method === 'HEAD' ? 200 : 404).end();
      return;
    }
    const { model, stream, messages, tools = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const told = messages.map((message: { content: unknown }) => textOf(message.content)).join('\n');
    this.heard.push(told);
    // Requests without tools are for titles and the like, and no turn of the conversation.
    const line: Line = tools.length === 0 ? { say: 'aside' } : (this.#script.shift() ?? { say: 'done' });
    const move = typeof line === 'function' ? line(told) : line;
    const message = messageOf(model, move, this.heard.length);
    if (stream) sendEvents(response, message);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(message));
  }
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((block) => block.text ?? textOf(block.content)).join('\n');
}

function messageOf(model: string, move: Move, number: number) {
  const block =
    'say' in move
      ? { type: 'text', text: move.say }
      : { type: 'tool_use', id: `toolu_${number}`, name: move.tool, input: move.input };
  const usage = { input_tokens: 1, output_tokens: 1 };
  const stop = { stop_reason: 'say' in move ? 'end_turn' : 'tool_use', stop_sequence: null };
  return { id: `msg_${number}`, type: 'message', role: 'assistant', model, content: [block], ...stop, usage };
}

function sendEvents(response: ServerResponse, message: ReturnType<typeof messageOf>): void {
  const { content, stop_reason, stop_sequence, usage, ...rest } = message;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  send('message_start', { message: { ...rest, content: [], stop_reason: null, stop_sequence, usage } });
  for (const [index, block] of content.entries()) {
    const { start, delta } = piecesOf(block);
    send('content_block_start', { index, content_block: start });
    send('content_block_delta', { index, delta });
    send('content_block_stop', { index });
  }
  send('message_delta', { delta: { stop_reason, stop_sequence }, usage });
  send('message_stop', {});
  response.end();
}

function piecesOf(block: ReturnType<typeof messageOf>['content'][number]) {
  if ('text' in block) return { start: { ...block, text: '' }, delta: { type: 'text_delta', text: block.text } };
  const partial_json = JSON.stringify(block.input);
  return { start: { ...block, input: {} }, delta: { type: 'input_json_delta', partial_json } };
}
