import type { ControlClient } from '../client/control-client.ts';
import type { Question } from '../contract/job.ts';
import type { HeldLines } from './held-lines.ts';

/**
 * Answers a question of Codex's at the broker that `client` is connected to. `over` aborts when nobody has to any more. Until
 * the promise settles, the terminal is the question's.
 */
export type Ask = (question: Question, client: ControlClient, over: AbortSignal) => Promise<void>;

/** What is being asked on the terminal: a question that somebody else has answered must not keep us there. */
export class OpenQuestions {
  readonly #lines: HeldLines;
  readonly #ask: Ask | undefined;
  readonly #open = new Map<string, AbortController>();
  readonly #asked: Promise<void>[] = [];
  #closed = false;

  constructor(lines: HeldLines, ask: Ask | undefined) {
    this.#lines = lines;
    this.#ask = ask;
  }

  /** Whether there is somebody to ask. */
  ask(question: Question, client: ControlClient): boolean {
    if (this.#ask === undefined || this.#closed) return false;
    if (this.#open.has(question.id)) return true;
    const over = new AbortController();
    this.#open.set(question.id, over);
    this.#asked.push(this.#lines.holdDuring(this.#ask(question, client, over.signal)));
    return true;
  }

  close(id: string): void {
    this.#open.get(id)?.abort();
    this.#open.delete(id);
  }

  /** From here on nobody is asked. Resolves when the terminal is free, and what waited for it has been said. */
  async closeAll(): Promise<void> {
    this.#closed = true;
    for (const id of this.#open.keys()) this.close(id);
    await Promise.all(this.#asked);
  }
}
