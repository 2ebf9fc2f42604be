import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: { readonly thread?: { readonly id: string } };
  readonly error?: { readonly message: string };
}

export interface BareOptions {
  /** The Codex to start. */
  readonly codex: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The least that plays turns on an app-server: a process, lines of JSON, and no care for anything that goes wrong. */
export class BareAppServer {
  readonly child: ChildProcessWithoutNullStreams;
  readonly #cwd: string;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #ends = new Map<string, () => void>();
  #open = '';
  #lastId = 0;

  private constructor({ codex, cwd, env }: BareOptions) {
    this.#cwd = cwd;
    this.child = spawn(codex, ['app-server'], { cwd, env: { ...env }, stdio: 'pipe' });
    this.child.stdin.on('error', () => undefined);
    this.child.stderr.resume();
    this.child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk.toString()));
  }

  /** Started, and ready for turns. */
  static async start(options: BareOptions): Promise<BareAppServer> {
    const server = new BareAppServer(options);
    const clientInfo = { name: 'bare', title: null, version: '0' };
    await server.request('initialize', { clientInfo, capabilities: { experimentalApi: true } });
    server.child.stdin.write('{"method":"initialized","params":{}}\n');
    return server;
  }

  /** A turn on a new thread, from the first request to its end. */
  async turn(prompt: string): Promise<void> {
    const threadId = await this.startThread();
    // Before it is asked for: its end can come with the answer.
    const ended = new Promise<void>((resolve) => this.#ends.set(threadId, resolve));
    await this.startTurn(threadId, prompt);
    await ended;
  }

  async startThread(): Promise<string> {
    const settings = { cwd: this.#cwd, sandbox: 'read-only', approvalPolicy: 'never' };
    const { thread } = await this.request('thread/start', settings);
    if (thread === undefined) throw new Error('No thread');
    return thread.id;
  }

  async startTurn(threadId: string, prompt: string): Promise<void> {
    const input = [{ type: 'text', text: prompt, text_elements: [] }];
    await this.request('turn/start', { threadId, input });
  }

  async request(method: string, params: object): Promise<NonNullable<Message['result']>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answered = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    this.child.stdin.write(`${JSON.stringify({ id, method, params })}\n`);
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /** Resolves when the process is gone. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  #receive(text: string): void {
    const lines = `${this.#open}${text}`.split('\n');
    this.#open = lines.pop() ?? '';
    for (const line of lines) this.#take(JSON.parse(line));
  }

  #take(message: Message): void {
    if (message.id !== undefined && message.method === undefined) this.#answers.get(message.id)?.(message);
    if (message.method === 'turn/completed') this.#ends.get(String(message.params?.['threadId']))?.();
  }
}
