/** How many values there were, what they add up to, and how many were at most each bound. */
export class Histogram {
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #count = 0;
  #sum = 0;

  /** `bounds` rise. */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#count += 1;
    this.#sum += value;
    const at = this.#bounds.findIndex((bound) => value <= bound);
    if (at >= 0) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  get count(): number {
    return this.#count;
  }

  get sum(): number {
    return this.#sum;
  }

  /** Each with what the smaller ones have. */
  get buckets(): Array<{ le: number; count: number }> {
    let below = 0;
    return this.#bounds.map((le, at) => {
      below += this.#counts[at] ?? 0;
      return { le, count: below };
    });
  }
}
