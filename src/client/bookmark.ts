/** Where somebody has stopped reading: each broker counts its own events. The envelope of an event is such a position. */
export interface EventPosition {
  readonly brokerId: string;
  readonly seq: number;
}

/** Which events of a broker are wanted: those after a `seq`, as many as it still has, or none that it has published before. */
export type After = number | 'kept' | 'now';

/** Where a reader is that goes from one broker to the next. Of every broker but the first, all events are new. */
export class Bookmark {
  #at: EventPosition | null;
  #after: After;
  /** The broker that is read, and whether its end was told. */
  #broker: { readonly id: string; ended: boolean } | null;

  constructor(since: EventPosition | After) {
    const at = typeof since === 'object' ? since : null;
    this.#at = at;
    this.#after = typeof since === 'object' ? 0 : since;
    this.#broker = at === null ? null : { id: at.brokerId, ended: false };
  }

  /** Goes on with a broker, the same or another one: what of its events is to be read. */
  open(id: string): After {
    if (this.#broker !== null && this.#broker.id !== id) this.#startAnew();
    if (this.#broker?.id !== id) this.#broker = { id, ended: false };
    return this.#at?.seq ?? this.#after;
  }

  /** The broker that was read before this one, once, if nobody was told of its end. */
  endedBefore(id: string): string | null {
    return this.#broker === null || this.#broker.id === id ? null : this.end();
  }

  /** The broker that is read has ended. Its id; null when that was told before. */
  end(): string | null {
    if (this.#broker === null || this.#broker.ended) return null;
    this.#broker.ended = true;
    return this.#broker.id;
  }

  /** There is no broker: whichever comes is another one, unless one was read before. */
  wait(): void {
    if (this.#broker === null) this.#startAnew();
  }

  move(to: EventPosition): void {
    this.#at = to;
  }

  #startAnew(): void {
    this.#at = null;
    this.#after = 0;
  }
}
