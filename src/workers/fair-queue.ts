/** What waits in the queue. Those without a session count as one. */
export interface Queued {
  readonly id: string;
  readonly session: string | null;
}

interface Place<T> {
  readonly entry: T;
  /** Lower goes first; within a round, in the order in which they got it. */
  round: number;
}

/**
 * Sessions in turn, and within a session first in, first out: an entry's round is the one after its session's last,
 * so whoever hands in a hundred has places in a hundred rounds, and somebody else's only one is in the current round.
 * A round once given is never put off: nobody waits for ever.
 */
export class FairQueue<T extends Queued> {
  readonly #places: Place<T>[] = [];
  /** Rounds of sessions that were served not long ago: one that comes back at once takes the next. */
  readonly #served = new Map<string | null, number>();
  #round = 0;

  push(entry: T): void {
    const last = this.#of(entry.session).at(-1)?.round ?? this.#served.get(entry.session);
    const round = Math.max(this.#round, last === undefined ? 0 : last + 1);
    const at = this.#places.findIndex((place) => place.round > round);
    this.#places.splice(at < 0 ? this.#places.length : at, 0, { entry, round });
  }

  /** Takes out an entry whose turn it is. */
  serve(id: string): T | null {
    const place = this.#take(id);
    if (place === null) return null;
    const { entry, round } = place;
    this.#round = Math.max(this.#round, round);
    this.#served.set(entry.session, Math.max(round, this.#served.get(entry.session) ?? 0));
    for (const [session, last] of this.#served) if (last < this.#round) this.#served.delete(session);
    return entry;
  }

  /** Takes out an entry that will have no turn: those of its session that came later move up. */
  withdraw(id: string): T | null {
    const withdrawn = this.#take(id);
    if (withdrawn === null) return null;
    let { round } = withdrawn;
    for (const place of this.#of(withdrawn.entry.session).filter((later) => later.round > round)) {
      const free = round;
      round = place.round;
      place.round = free;
    }
    this.#places.sort((a, b) => a.round - b.round);
    return withdrawn.entry;
  }

  /** In the order of their turns. */
  get entries(): readonly T[] {
    return this.#places.map(({ entry }) => entry);
  }

  /** 1 for the next in line; null when the entry does not wait. */
  positionOf(id: string): number | null {
    const at = this.#places.findIndex(({ entry }) => entry.id === id);
    return at < 0 ? null : at + 1;
  }

  #of(session: string | null): Place<T>[] {
    return this.#places.filter(({ entry }) => entry.session === session);
  }

  #take(id: string): Place<T> | null {
    const at = this.#places.findIndex(({ entry }) => entry.id === id);
    return at < 0 ? null : (this.#places.splice(at, 1)[0] ?? null);
  }
}
