import type { Fact } from '../contract/fact.ts';
import { MAX_UNFINISHED_CHARS } from '../contract/job.ts';

type Streamed = Extract<Fact, { kind: 'messageStreamed' }>;

/** What a turn has streamed since it was last told of: that it is alive, and more of the message that is being written. */
export class StreamDigest {
  #alive = false;
  #message: Streamed | null = null;

  get isEmpty(): boolean {
    return !this.#alive;
  }

  /** Takes the streams out of `facts`, in order. Returns the others, which are news by themselves. */
  add(facts: readonly Fact[]): Fact[] {
    return facts.filter((fact) => {
      switch (fact.kind) {
        case 'messageStreamed':
          this.#message = joined(this.#message, fact);
          this.#alive = true;
          return false;
        case 'streamed':
          this.#alive = true;
          return false;
        case 'itemEnded':
          // What the message came to is among the news.
          if (fact.itemId === this.#message?.itemId) this.#message = null;
          return true;
        default:
          return true;
      }
    });
  }

  /** All of it as one fact; none when nothing was streamed. */
  take(): Fact[] {
    const taken: Fact[] = this.#alive ? [this.#message ?? { kind: 'streamed' }] : [];
    this.#alive = false;
    this.#message = null;
    return taken;
  }
}

/** Of a flood no more than a record would keep. */
function joined(before: Streamed | null, more: Streamed): Streamed {
  const text = before?.itemId === more.itemId ? before.text + more.text : more.text;
  return { ...more, text: text.length > MAX_UNFINISHED_CHARS ? text.slice(0, MAX_UNFINISHED_CHARS) : text };
}
