import { randomUUID } from 'node:crypto';
import type { Thread } from './thread.ts';
import type { Wire } from './wire.ts';

export interface TurnError {
  readonly message: string;
  readonly codexErrorInfo: unknown;
}

/** How a turn ends, and whether the process ends with it. */
export type Ending =
  | { readonly status: 'completed'; readonly text: string; readonly exitAfterMs?: number }
  | { readonly status: 'failed'; readonly error: TurnError }
  | { readonly status: 'interrupted' };

export type Item = { readonly type: string; readonly id: string } & Readonly<Record<string, unknown>>;

export interface TurnOptions {
  readonly rootTurnId?: string;
  /** What is reviewed, in words: the turn is a review. */
  readonly review?: string;
}

/** One turn and its voice on the wire. */
export class Turn {
  readonly id = randomUUID();
  /** What an interrupt has to name. `turn/started` names it, too; of a review it is another one than the turn's id. */
  readonly activeId: string;
  /** What is reviewed; null for a turn that is no review. */
  readonly review: string | null;
  readonly thread: Thread;
  readonly rootTurnId: string;
  /** Answers of the client to the turn's requests, for the final message. */
  readonly answers: string[] = [];
  readonly children: Thread[] = [];
  /** What an interrupt makes of the turn. `unanswered`: the interrupt gets no reply and changes nothing. */
  whenInterrupted: Ending | 'unanswered' = { status: 'interrupted' };
  usageReported = false;
  readonly #wire: Wire;
  readonly #interrupted = new AbortController();
  readonly #startedAt = Date.now();
  #items = 0;

  constructor(thread: Thread, wire: Wire, options: TurnOptions = {}) {
    this.thread = thread;
    this.rootTurnId = options.rootTurnId ?? this.id;
    this.review = options.review ?? null;
    this.activeId = this.review === null ? this.id : randomUUID();
    this.#wire = wire;
    thread.turn = this;
  }

  /** Aborts when the turn is interrupted. */
  get signal(): AbortSignal {
    return this.#interrupted.signal;
  }

  interrupt(): void {
    this.#interrupted.abort();
  }

  newItemId(prefix: string): string {
    this.#items += 1;
    return `${prefix}-${this.#items}-${this.id.slice(0, 8)}`;
  }

  started(item: Item): void {
    this.#wire.notify('item/started', this.itemStarted(item));
  }

  completed(item: Item): void {
    this.#wire.notify('item/completed', this.itemCompleted(item));
  }

  notify(method: string, fields: object): void {
    this.#wire.notify(method, this.addressed(fields));
  }

  /** Of items Codex writes the address behind them, of anything else in front. */
  itemStarted(item: Item): object {
    return { item, ...this.addressed({ startedAtMs: Date.now() }) };
  }

  itemCompleted(item: Item): object {
    return { item, ...this.addressed({ contentTokenCount: null, completedAtMs: Date.now() }) };
  }

  addressed(fields: object): object {
    return { threadId: this.thread.id, turnId: this.id, ...fields };
  }

  statusChanged(status: object): void {
    this.#wire.notify('thread/status/changed', { threadId: this.thread.id, status });
  }

  /** `turn/started` and what comes with it. */
  announce(prompt: string): void {
    this.statusChanged({ type: 'active', activeFlags: [] });
    const turn = { ...this.describe('inProgress'), id: this.activeId };
    this.#wire.notify('turn/started', { threadId: this.thread.id, turn });
    const item = this.userMessage(prompt);
    this.started(item);
    this.completed(item);
  }

  userMessage(text: string): Item {
    const content = [{ type: 'text', text, text_elements: [] }];
    return { type: 'userMessage', id: this.newItemId('user'), clientId: null, content };
  }

  /** `turn/completed`; the thread is free before it is sent. */
  end(ending: Ending, items: readonly Item[]): void {
    this.thread.turn = undefined;
    const error = ending.status === 'failed' ? { ...ending.error, additionalDetails: null } : null;
    const now = Date.now();
    const times = { completedAt: Math.floor(now / 1000), durationMs: now - this.#startedAt };
    const turn = { ...this.describe(ending.status), items, itemsView: 'summary', error, ...times };
    this.#wire.notify('turn/completed', { threadId: this.thread.id, turn });
  }

  describe(status: string): object {
    return {
      id: this.id,
      rootTurnId: this.rootTurnId,
      items: [],
      itemsView: 'notLoaded',
      status,
      error: null,
      startedAt: Math.floor(this.#startedAt / 1000),
      completedAt: null,
      durationMs: null,
    };
  }
}
