import type { Definition, LabelValues } from './definition.ts';

/** Further series of one metric are one, whose labels say {@link OTHER}: what comes from outside must not fill the memory. */
export const MAX_SERIES = 100;

/** The value of a label that is none of those it may have. */
export const OTHER = 'other';

export type Labels = Readonly<Record<string, string>>;

export interface Series<S> {
  readonly labels: Labels;
  /** What it has counted. */
  value: S;
}

/** The series of one metric. */
export class SeriesSet<S> {
  readonly #labels: Definition['labels'];
  readonly #make: () => S;
  readonly #series = new Map<string, Series<S>>();

  constructor({ labels }: Definition, make: () => S) {
    this.#labels = labels;
    this.#make = make;
  }

  /** The one with these labels, made where there is none yet. */
  of(labels: Labels): Series<S> {
    const known = this.#series.get(keyOf(labels));
    if (known !== undefined) return known;
    const fitting = this.#each((name, allowed) => fitted(labels[name] ?? '', allowed));
    const isNew = !this.#series.has(keyOf(fitting));
    return this.#take(isNew && this.#series.size >= MAX_SERIES ? this.#each(() => OTHER) : fitting);
  }

  /** Every series that closed labels can have, so that a counter begins at 0 and not with its first event. */
  makeAll(): void {
    for (const labels of combinations(Object.entries(this.#labels))) this.of(labels);
  }

  clear(): void {
    this.#series.clear();
  }

  all(): readonly Series<S>[] {
    return [...this.#series.values()];
  }

  #take(labels: Labels): Series<S> {
    const key = keyOf(labels);
    const series = this.#series.get(key) ?? { labels, value: this.#make() };
    this.#series.set(key, series);
    return series;
  }

  #each(value: (name: string, allowed: LabelValues) => string): Labels {
    return Object.fromEntries(Object.entries(this.#labels).map(([name, allowed]) => [name, value(name, allowed)]));
  }
}

function fitted(value: string, allowed: LabelValues): string {
  return allowed === 'open' || allowed.includes(value) ? value : OTHER;
}

/** Labels in another order than the definition's are found at the second look. */
function keyOf(labels: Labels): string {
  return JSON.stringify(labels);
}

/** None for labels of which one is open. */
function combinations(labels: ReadonlyArray<readonly [string, LabelValues]>): Labels[] {
  return labels.reduce<Labels[]>(
    (made, [name, allowed]) =>
      allowed === 'open' ? [] : made.flatMap((before) => allowed.map((value) => ({ ...before, [name]: value }))),
    [{}],
  );
}
