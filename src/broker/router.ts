import type { Notification } from '../codex/fold.ts';
import { threadIdOf } from '../codex/notifications.ts';
import type { ApprovalQuestion, Decision } from '../codex/server-requests.ts';

/** Threads that nobody has claimed: their notifications may precede the response that names them. */
export const MAX_UNCLAIMED_THREADS = 64;
export const MAX_UNCLAIMED_NOTIFICATIONS = 512;
export const MAX_UNCLAIMED_CHARS = 32 * 1024 * 1024;

/** Threads whose job is over and that may still be heard of. */
const MAX_RELEASED_THREADS = 1_000;

/** What Codex has said, as it came, and as it was read; null when only whose it is was looked at. */
export interface Received {
  readonly line: string;
  readonly notification: Notification | null;
}

export interface ThreadListener {
  deliver(list: readonly Received[]): void;
  /** A sentence about the thread for people that no notification carries. */
  notice(message: string): void;
  /** Whether Codex may do what it asks for. */
  decide(question: ApprovalQuestion): Promise<Decision>;
}

/** What is about no thread. */
type UnaddressedListener = (method: string, params: unknown) => void;

/**
 * Brings each notification to the job whose Codex thread it is about. What arrives in one read of the
 * pipe is delivered as one list, in order.
 */
export class ThreadRouter {
  readonly #listeners = new Map<string, ThreadListener>();
  readonly #unaddressed = new Set<UnaddressedListener>();
  readonly #unclaimed = new Map<string, Unclaimed>();
  // What these still say belongs to a turn that is over: a later job that resumes one must not hear it.
  readonly #released = new Set<string>();
  #batch = new Map<ThreadListener, Received[]>();

  /** Sends the thread's notifications to `listener`, with those that came before. */
  claim(threadId: string, listener: ThreadListener): void {
    this.#listeners.set(threadId, listener);
    this.#released.delete(threadId);
    const early = this.#unclaimed.get(threadId);
    this.#unclaimed.delete(threadId);
    if (early !== undefined) listener.deliver(early.list);
  }

  /** For a thread that a job calls its sub-agent's. False when it is another job's: it stays with that job. */
  claimChild(threadId: string, listener: ThreadListener): boolean {
    if (!this.#listeners.has(threadId)) this.claim(threadId, listener);
    return this.#listeners.get(threadId) === listener;
  }

  release(listener: ThreadListener): void {
    this.#batch.delete(listener);
    for (const [threadId, owner] of this.#listeners) {
      if (owner !== listener) continue;
      this.#listeners.delete(threadId);
      this.#released.add(threadId);
    }
    dropOldest(this.#released, MAX_RELEASED_THREADS);
  }

  ownerOf(threadId: string): ThreadListener | undefined {
    return this.#listeners.get(threadId);
  }

  /** Returns the way to stop listening. */
  onUnaddressed(listener: UnaddressedListener): () => void {
    this.#unaddressed.add(listener);
    return () => this.#unaddressed.delete(listener);
  }

  route(notification: Notification, line: string): void {
    const { method, params } = notification;
    const threadId = threadIdOf(params);
    if (threadId === null) {
      for (const listener of this.#unaddressed) listener(method, params);
      return;
    }
    this.#bring(threadId, { line, notification });
  }

  /** A line of which only this is known: which thread it is about. */
  passOn(threadId: string, line: string): void {
    this.#bring(threadId, { line, notification: null });
  }

  /** Delivers what has been read so far, at once. */
  flush(): void {
    const batch = this.#batch;
    this.#batch = new Map();
    for (const [listener, list] of batch) listener.deliver(list);
  }

  #bring(threadId: string, received: Received): void {
    const listener = this.#listeners.get(threadId);
    if (listener === undefined) this.#keep(threadId, received);
    else this.#enqueue(listener, received);
  }

  #enqueue(listener: ThreadListener, received: Received): void {
    if (this.#batch.size === 0) queueMicrotask(() => this.flush());
    const list = this.#batch.get(listener);
    if (list === undefined) this.#batch.set(listener, [received]);
    else list.push(received);
  }

  #keep(threadId: string, received: Received): void {
    const more = received.line.length;
    if (this.#released.has(threadId)) return;
    const { list, chars } = this.#unclaimed.get(threadId) ?? { list: [], chars: 0 };
    if (list.length >= MAX_UNCLAIMED_NOTIFICATIONS || more > MAX_UNCLAIMED_CHARS) return;
    this.#unclaimed.delete(threadId);
    this.#unclaimed.set(threadId, { list: [...list, received], chars: chars + more });
    dropOldest(this.#unclaimed, MAX_UNCLAIMED_THREADS);
    while (totalOf(this.#unclaimed) > MAX_UNCLAIMED_CHARS) dropOldest(this.#unclaimed, this.#unclaimed.size - 1);
  }
}

interface Unclaimed {
  readonly list: readonly Received[];
  /** How long their lines are together. */
  readonly chars: number;
}

function totalOf(threads: ReadonlyMap<string, Unclaimed>): number {
  return [...threads.values()].reduce((total, { chars }) => total + chars, 0);
}

function dropOldest(threads: Map<string, unknown> | Set<string>, limit: number): void {
  for (const oldest of threads.keys()) {
    if (threads.size <= limit) return;
    threads.delete(oldest);
  }
}
