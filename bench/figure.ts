/** How a figure is judged; `at` is the quantile that counts, 0.5 is the median. */
export type Reach =
  /** Product against floor, at most so many times. */
  | { readonly kind: 'ratio'; readonly at: number; readonly max: number }
  /** Product less floor, at most so much, in the figure's unit. */
  | { readonly kind: 'added'; readonly at: number; readonly max: number }
  /** The product alone, at most so much, in the figure's unit. */
  | { readonly kind: 'below'; readonly at: number; readonly max: number }
  /** Told and not judged: a ratio for the curious. */
  | { readonly kind: 'none'; readonly at: number };

/** Samples of the product, beside samples of its floor that were taken in the same run. */
export interface Figure {
  /** Stays the same from run to run: results are compared by it. */
  readonly name: string;
  readonly title: string;
  readonly unit: 'ms' | 'MB' | 's' | 'files';
  readonly product: readonly number[];
  /** Empty where the product is judged alone. */
  readonly floor: readonly number[];
  readonly floorTitle: string;
  readonly reach: Reach;
}

/** Something that must be so, however fast it was. */
export interface Fact {
  readonly name: string;
  readonly title: string;
  readonly holds: boolean;
  readonly detail: string;
}

/** A line of a plot. */
export interface Series {
  readonly name: string;
  readonly points: ReadonlyArray<readonly [x: number, y: number]>;
}

/** A plot that a measurement wants to be drawn. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  readonly xUnit: string;
  readonly yUnit: string;
  readonly series: readonly Series[];
}

export interface Measured {
  readonly figures: readonly Figure[];
  readonly facts?: readonly Fact[];
  readonly charts?: readonly Chart[];
}

/** How much is measured: everything as it should be, or just enough to see that it can be. */
export interface Scale {
  readonly quick: boolean;
  pick(full: number, quick: number): number;
}

export interface Measurement {
  readonly name: string;
  readonly title: string;
  run(scale: Scale): Promise<Measured>;
}
