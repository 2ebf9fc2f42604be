import { FairQueue } from './fair-queue.ts';

/** Something that waits for its turn. Two entries that share a lane never run at the same time. */
export interface GateEntry {
  readonly id: string;
  /** Whose it is: sessions take turns. */
  readonly session: string | null;
  readonly lanes: readonly string[];
  /** Has places of its own, and never waits behind entries that have not. */
  readonly express?: boolean;
}

/** How many may be inside at once, of either sort. */
export interface GateLimits {
  readonly ordinary: number;
  readonly express: number;
}

/** Why an entry cannot go in, although there may be a place: another one has the lane, or had it first. */
export interface Blocked<T> {
  readonly by: T;
  readonly lane: string;
}

/**
 * Fair turns, in front of a pool that knows none: so many at once, one per lane, and an entry whose
 * lane or places are taken lets later ones pass. Claiming and releasing never await.
 */
export class Gate<T extends GateEntry> {
  readonly #limits: GateLimits;
  readonly #waiting = new FairQueue<T>();
  readonly #inside = new Map<string, T>();

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  enqueue(entry: T): void {
    this.#waiting.push(entry);
  }

  /** Takes an entry out of the queue; null when it has been claimed already or was never there. */
  withdraw(id: string): T | null {
    return this.#waiting.withdraw(id);
  }

  /**
   * The next entry that may run now, claimed; null when there is none. `admits` is asked last, of an entry that has a
   * place and its lanes: what it refuses waits as behind a taken lane.
   */
  claim(admits: (entry: T) => boolean = () => true): T | null {
    const inside = [...this.#inside.values()];
    const express = inside.filter(isExpress).length;
    const room = {
      ordinary: inside.length - express < this.#limits.ordinary,
      express: express < this.#limits.express,
    };
    const taken = new Set(inside.flatMap((entry) => entry.lanes));
    const next = this.#waiting.entries.find((entry) => {
      const hasPlace = isExpress(entry) ? room.express : room.ordinary;
      if (hasPlace && !entry.lanes.some((lane) => taken.has(lane)) && admits(entry)) return true;
      for (const lane of entry.lanes) taken.add(lane);
      return false;
    });
    if (next === undefined) return null;
    this.#waiting.serve(next.id);
    this.#inside.set(next.id, next);
    return next;
  }

  release(id: string): void {
    this.#inside.delete(id);
  }

  /** 1 for the next in line; null when the entry does not wait. */
  positionOf(id: string): number | null {
    return this.#waiting.positionOf(id);
  }

  /** Who has a lane of a waiting entry: first those inside, then those whose turn is earlier. */
  blockedBy(id: string): Blocked<T> | null {
    const waiting = this.#waiting.entries;
    const at = waiting.findIndex((entry) => entry.id === id);
    if (at < 0) return null;
    const lanes = waiting[at]?.lanes ?? [];
    for (const by of [...this.#inside.values(), ...waiting.slice(0, at)]) {
      const lane = by.lanes.find((one) => lanes.includes(one));
      if (lane !== undefined) return { by, lane };
    }
    return null;
  }

  get waiting(): readonly T[] {
    return this.#waiting.entries;
  }

  get running(): number {
    return this.#inside.size;
  }
}

function isExpress({ express }: GateEntry): boolean {
  return express === true;
}
