import type { Envelope } from '../contract/event.ts';
import { type Frames, reread } from './frame.ts';
import { topicPrefix } from './topic.ts';

/** How many of the last events are kept for readers that missed some: more than can wait for one of them on the way. */
export const MAX_RECENT_EVENTS = 4_000;

/** How many bytes, as encoded, they may have together. */
export const MAX_RECENT_BYTES = 8_388_608;

interface Kept {
  readonly seq: number;
  readonly topic: string;
  readonly body: Buffer;
}

/** The last events of a publisher, oldest first: as bytes, since events by the thousand keep the garbage collector busy. */
export class RecentEvents {
  readonly #kept: Kept[] = [];
  #bytes = 0;

  /** The seq of the oldest event that is kept; undefined when there is none. */
  get firstSeq(): number | undefined {
    return this.#kept[0]?.seq;
  }

  push(seq: number, [topic, body]: Frames): void {
    this.#kept.push({ seq, topic, body });
    this.#bytes += body.length;
    while (this.#kept.length > MAX_RECENT_EVENTS || this.#bytes > MAX_RECENT_BYTES) {
      this.#bytes -= this.#kept.shift()?.body.length ?? 0;
    }
  }

  after(seq: number, prefix: string): Envelope[] {
    const wanted = topicPrefix(prefix);
    return this.#kept.filter((kept) => kept.seq > seq && kept.topic.startsWith(wanted)).map(({ body }) => reread(body));
  }
}
