import type { Envelope } from '../contract/event.ts';
import { matchesTopic } from './topic.ts';

/** How many of the last events are kept for readers that missed some. */
export const MAX_RECENT_EVENTS = 1_000;

/** How many bytes, as encoded, they may have together. */
export const MAX_RECENT_BYTES = 8_388_608;

/** The last events of a publisher, oldest first. */
export class RecentEvents {
  readonly #kept: Array<{ readonly envelope: Envelope; readonly bytes: number }> = [];
  #bytes = 0;

  /** The seq of the oldest event that is kept; undefined when there is none. */
  get firstSeq(): number | undefined {
    return this.#kept[0]?.envelope.seq;
  }

  push(envelope: Envelope, bytes: number): void {
    this.#kept.push({ envelope, bytes });
    this.#bytes += bytes;
    while (this.#kept.length > MAX_RECENT_EVENTS || this.#bytes > MAX_RECENT_BYTES) {
      this.#bytes -= this.#kept.shift()?.bytes ?? 0;
    }
  }

  after(seq: number, prefix: string): Envelope[] {
    return this.#kept
      .map(({ envelope }) => envelope)
      .filter((envelope) => envelope.seq > seq && matchesTopic(prefix, envelope.event));
  }
}
