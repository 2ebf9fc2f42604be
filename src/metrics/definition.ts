/** The values that a label may have, a closed set; `open` ones are bounded by their number instead. */
export type LabelValues = readonly string[] | 'open';

interface Common {
  /** In the words of Prometheus: with its prefix, its unit, and `_total` for a counter. */
  readonly name: string;
  readonly unit: 'seconds' | 'bytes' | 'ratio' | null;
  readonly labels: Readonly<Record<string, LabelValues>>;
  readonly meaning: string;
}

export interface CounterDefinition extends Common {
  readonly type: 'counter';
}

export interface GaugeDefinition extends Common {
  readonly type: 'gauge';
}

export interface HistogramDefinition extends Common {
  readonly type: 'histogram';
  /** Upper bounds, rising; what is above the last is only counted. */
  readonly buckets: readonly number[];
}

/** One metric. Its series differ in the values of its labels. */
export type Definition = CounterDefinition | GaugeDefinition | HistogramDefinition;

export type Table = Readonly<Record<string, Definition>>;

/** A value for each label of a definition. */
export type LabelsOf<D extends Definition> = { readonly [L in keyof D['labels']]: string };
