import { appendFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import * as v from 'valibot';
import { answer } from './answer.ts';
import { type KnownPrompts, type Plan, planFor } from './plan.ts';
import { type Body, BodySchema, readText, toolsOf, userTexts } from './request.ts';
import { Gone, Sse } from './sse.ts';
import type { Step } from './steps.ts';

/** A request that reached the stub, as tests and the log file see it. */
export interface StubRequest {
  readonly n: number;
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  /** What it was answered with; undefined for a route the stub does not have. */
  readonly step?: Step;
  /** How often this step was asked for on this thread, from 1. */
  readonly attempt?: number;
  readonly model?: string;
  /** The reasoning effort; '' when none was asked for. */
  readonly effort?: string;
  readonly tools?: readonly string[];
  /** The user messages of the conversation, byte for byte. */
  readonly userTexts?: readonly string[];
}

export interface ModelStubOptions {
  readonly port?: number;
  /** One JSON line a request. */
  readonly logFile?: string;
  /** Before every answer. */
  readonly delayMs?: number;
  readonly known?: KnownPrompts;
}

export interface ModelStub {
  readonly port: number;
  readonly url: string;
  requests(): readonly StubRequest[];
  /** Requests being answered now, and the most there ever were at once. */
  inFlight(): { readonly now: number; readonly most: number };
  /** Breaks what is open. */
  close(): Promise<void>;
}

/** A Responses API on loopback that answers as the prompt says; see steps.ts and plan.ts. */
export async function startModelStub(options: ModelStubOptions = {}): Promise<ModelStub> {
  const stub = new Stub(options);
  const port = await stub.listen(options.port ?? 0);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests: () => stub.requests,
    inFlight: () => stub.inFlight,
    close: () => stub.close(),
  };
}

class Stub {
  readonly requests: StubRequest[] = [];
  readonly inFlight = { now: 0, most: 0 };
  readonly #options: ModelStubOptions;
  readonly #attempts = new Map<string, number>();
  readonly #sockets = new Set<Socket>();
  readonly #server = http.createServer((request, response) => void this.#serve(request, response));

  constructor(options: ModelStubOptions) {
    this.#options = options;
    this.#server.keepAliveTimeout = 60_000;
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => undefined);
    });
    // The WebSocket transport is tried first where it is enabled; refusing it makes codex use HTTP.
    this.#server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n'));
  }

  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('Cannot listen on loopback: no TCP address');
    return address.port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sse = new Sse(`resp_${this.requests.length + 1}`, response);
    this.inFlight.now += 1;
    this.inFlight.most = Math.max(this.inFlight.most, this.inFlight.now);
    try {
      await this.#respond(request, sse);
    } catch (error) {
      if (!(error instanceof Gone)) refuse(sse, response, error);
    } finally {
      this.inFlight.now -= 1;
    }
  }

  async #respond(request: IncomingMessage, sse: Sse): Promise<void> {
    const text = await readText(request);
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (request.method !== 'POST' || !path.endsWith('/responses')) {
      this.#note(request, {});
      return sse.json(404, {}, { error: { message: 'stub: no such route' } });
    }
    const body = v.parse(BodySchema, JSON.parse(text));
    const step = this.#stepFor(request, body, planFor(body, this.#options.known));
    await sse.wait(this.#options.delayMs ?? 0);
    await answer(sse, step, toolsOf(body));
  }

  #stepFor(request: IncomingMessage, body: Body, plan: Plan): Step {
    const thread = request.headers['thread-id'] ?? request.headers['session-id'] ?? body.prompt_cache_key ?? '';
    const key = `${String(thread)}|${plan.tag}|${plan.outputs}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    const step = repeated(onAttempt(plan.step, attempt));
    const tools = toolsOf(body).map((tool) => tool.name ?? tool.type ?? '');
    this.#note(request, {
      step,
      attempt,
      model: body.model ?? '',
      effort: body.reasoning?.effort ?? '',
      tools,
      userTexts: userTexts(body),
    });
    return step;
  }

  #note(request: IncomingMessage, details: Partial<StubRequest>): void {
    const { method = '', url = '', headers } = request;
    const entry = { n: this.requests.length + 1, at: performance.now(), method, url, headers, ...details };
    this.requests.push(entry);
    if (this.#options.logFile !== undefined) appendFileSync(this.#options.logFile, `${JSON.stringify(entry)}\n`);
  }
}

function onAttempt(step: Step, attempt: number): Step {
  if (step.times === undefined || attempt <= step.times) return step;
  return step.after ?? { do: 'final', text: `recovered after ${attempt - 1}` };
}

function repeated(step: Step): Step {
  return step.repeat === undefined ? step : { ...step, text: (step.text ?? 'x').repeat(step.repeat) };
}

/** A bad script is a 400 with the reason: codex does not retry it, and the turn's error shows it. */
function refuse(sse: Sse, response: ServerResponse, error: unknown): void {
  if (response.headersSent) sse.destroy();
  else sse.json(400, {}, { error: { code: 'invalid_request', message: `stub: ${String(error)}` } });
}
