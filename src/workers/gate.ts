/** Something that waits for its turn. Two entries that share a lane never run at the same time. */
export interface GateEntry {
  readonly id: string;
  readonly lanes: readonly string[];
  /** Has places of its own, and never waits behind entries that have not. */
  readonly express?: boolean;
}

/** How many may be inside at once, of either sort. */
export interface GateLimits {
  readonly ordinary: number;
  readonly express: number;
}

/**
 * First in, first out, in front of a pool that is not: so many at once, one per lane, and an entry whose
 * lane or places are taken lets later ones pass. Claiming and releasing never await.
 */
export class Gate<T extends GateEntry> {
  readonly #limits: GateLimits;
  readonly #waiting: T[] = [];
  readonly #inside = new Map<string, T>();

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  enqueue(entry: T): void {
    this.#waiting.push(entry);
  }

  /** Takes an entry out of the queue; null when it has been claimed already or was never there. */
  withdraw(id: string): T | null {
    const at = this.#waiting.findIndex((entry) => entry.id === id);
    return at < 0 ? null : (this.#waiting.splice(at, 1)[0] ?? null);
  }

  /** The next entry that may run now, claimed; null when there is none. */
  claim(): T | null {
    const inside = [...this.#inside.values()];
    const express = inside.filter(isExpress).length;
    const room = {
      ordinary: inside.length - express < this.#limits.ordinary,
      express: express < this.#limits.express,
    };
    const taken = new Set(inside.flatMap((entry) => entry.lanes));
    const at = this.#waiting.findIndex((entry) => {
      if ((isExpress(entry) ? room.express : room.ordinary) && !entry.lanes.some((lane) => taken.has(lane)))
        return true;
      for (const lane of entry.lanes) taken.add(lane);
      return false;
    });
    const claimed = at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
    if (claimed === undefined) return null;
    this.#inside.set(claimed.id, claimed);
    return claimed;
  }

  release(id: string): void {
    this.#inside.delete(id);
  }

  /** 1 for the next in line; null when the entry does not wait. */
  positionOf(id: string): number | null {
    const at = this.#waiting.findIndex((entry) => entry.id === id);
    return at < 0 ? null : at + 1;
  }

  get waiting(): readonly T[] {
    return this.#waiting;
  }

  get running(): number {
    return this.#inside.size;
  }
}

function isExpress({ express }: GateEntry): boolean {
  return express === true;
}
