import type { Family } from '../contract/metrics.ts';
import type { Definition, HistogramDefinition, LabelsOf, Table } from './definition.ts';
import { Histogram } from './histogram.ts';
import { SeriesSet } from './series.ts';

type Of<T extends Table, Type extends Definition['type']> = {
  [K in keyof T]: T[K]['type'] extends Type ? K : never;
}[keyof T] &
  string;

interface Numbers {
  readonly definition: Exclude<Definition, HistogramDefinition>;
  readonly series: SeriesSet<number>;
}

interface Histograms {
  readonly definition: HistogramDefinition;
  readonly series: SeriesSet<Histogram>;
}

/** The metrics of a table, with what has been counted and measured of each. Nothing here ever throws or waits. */
export class Registry<T extends Table> {
  readonly #numbers = new Map<string, Numbers>();
  readonly #histograms = new Map<string, Histograms>();
  readonly #collectors: Array<() => void> = [];

  constructor(table: T) {
    for (const [key, definition] of Object.entries(table)) {
      if (definition.type === 'histogram') {
        const series = new SeriesSet(definition, () => new Histogram(definition.buckets));
        this.#histograms.set(key, { definition, series });
      } else {
        const series = new SeriesSet(definition, () => 0);
        if (definition.type === 'counter') series.makeAll();
        this.#numbers.set(key, { definition, series });
      }
    }
  }

  add<K extends Of<T, 'counter'>>(key: K, labels: LabelsOf<T[K]>, by = 1): void {
    const series = this.#numbers.get(key)?.series.of(labels);
    if (series !== undefined) series.value += by;
  }

  /** Of a gauge; and of a counter whose total is counted elsewhere. */
  set<K extends Of<T, 'counter' | 'gauge'>>(key: K, labels: LabelsOf<T[K]>, value: number): void {
    const series = this.#numbers.get(key)?.series.of(labels);
    if (series !== undefined) series.value = value;
  }

  observe<K extends Of<T, 'histogram'>>(key: K, labels: LabelsOf<T[K]>, value: number): void {
    this.#histograms.get(key)?.series.of(labels).value.observe(value);
  }

  /** Forgets the series of a gauge: what is not set anew is not there any more. */
  clear(key: Of<T, 'gauge'>): void {
    this.#numbers.get(key)?.series.clear();
  }

  /** Called before each {@link collect}, for what is measured only when somebody asks. */
  onCollect(collector: () => void): void {
    this.#collectors.push(collector);
  }

  /** Everything this moment, by name. */
  collect(): Record<string, Family> {
    for (const collector of this.#collectors) collector();
    const numbers = [...this.#numbers.values()].map(({ definition, series }): [string, Family] => {
      const { type, unit, meaning } = definition;
      const samples = series.all().map(({ labels, value }) => ({ labels: { ...labels }, value }));
      return [definition.name, { type, unit, meaning, samples }];
    });
    const histograms = [...this.#histograms.values()].map(({ definition, series }): [string, Family] => {
      const { type, unit, meaning } = definition;
      const samples = series.all().map(({ labels, value: { count, sum, buckets } }) => {
        return { labels: { ...labels }, count, sum, buckets };
      });
      return [definition.name, { type, unit, meaning, samples }];
    });
    return Object.fromEntries([...numbers, ...histograms]);
  }
}
