/** A sample of the text format: one line. */
export interface ExposedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ExposedFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: readonly ExposedSample[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/u;
const SAMPLE = /^(?<name>[^{ ]+)(?:\{(?<labels>.*)\})? (?<value>\S+)$/u;
const LABEL = /^(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/u;
const TYPES = ['counter', 'gauge', 'histogram'];

/**
 * Reads the text format 0.0.4 as Prometheus does, and refuses what its own checker complains of: series that come
 * twice or apart, metrics without help, counters that are none, histograms that do not add up.
 */
export function parseExposition(text: string): Map<string, ExposedFamily> {
  if (text !== '' && !text.endsWith('\n')) throw new Error('The last line does not end');
  const reader = new Reader();
  for (const line of text.split('\n').slice(0, -1)) reader.read(line);
  for (const [name, family] of reader.families) check(name, family);
  return reader.families;
}

class Reader {
  readonly families = new Map<string, ExposedFamily & { readonly samples: ExposedSample[] }>();
  #name = '';
  #help: readonly [name: string, text: string] = ['', ''];

  read(line: string): void {
    const [, keyword, rest = ''] = /^# (HELP|TYPE) (.+)$/u.exec(line) ?? [];
    if (keyword === 'HELP') this.#help = split(rest);
    else if (keyword === 'TYPE') this.#begin(...split(rest));
    else this.#sample(line);
  }

  #begin(name: string, type: string): void {
    const [helped, help] = this.#help;
    if (helped !== name) throw new Error(`No help before the type of ${name}`);
    if (!NAME.test(name) || !TYPES.includes(type)) throw new Error(`Not a name and a type: "${name} ${type}"`);
    if (this.families.has(name)) throw new Error(`${name} comes twice`);
    this.families.set(name, { type, help, samples: [] });
    this.#name = name;
  }

  #sample(line: string): void {
    const sample = parseSample(line);
    const family = this.families.get(this.#name);
    const ends = family?.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    if (!ends.some((end) => sample.name === `${this.#name}${end}`)) throw new Error(`Out of place: "${line}"`);
    family?.samples.push(sample);
  }
}

function split(words: string): [string, string] {
  const at = words.indexOf(' ');
  return at < 0 ? [words, ''] : [words.slice(0, at), words.slice(at + 1)];
}

/** The value of the series with these labels. */
export function exposedValue(
  families: ReadonlyMap<string, ExposedFamily>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const family = families.get(name) ?? families.get(name.replace(/_(?:bucket|sum|count)$/u, ''));
  return family?.samples.find((sample) => sample.name === name && same(sample.labels, labels))?.value;
}

function parseSample(line: string): ExposedSample {
  const { name = '', labels = '', value = '' } = SAMPLE.exec(line)?.groups ?? {};
  if (!NAME.test(name)) throw new Error(`Not a sample: "${line}"`);
  return { name, labels: parseLabels(labels, line), value: number(value) };
}

function parseLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ''; ) {
    const found = LABEL.exec(rest);
    const { name = '', value = '' } = found?.groups ?? {};
    if (found === null || name in labels) throw new Error(`Cannot read the labels of "${line}"`);
    labels[name] = value.replaceAll(/\\(.)/gu, (_escape, char: string) => (char === 'n' ? '\n' : char));
    rest = rest.slice(found[0].length);
  }
  return labels;
}

function number(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  const value = Number(text);
  if (Number.isNaN(value)) throw new Error(`Not a number: "${text}"`);
  return value;
}

function check(name: string, { type, help, samples }: ExposedFamily): void {
  if (help === '') throw new Error(`${name} has no help`);
  if (samples.length === 0) throw new Error(`${name} has no samples`);
  if ((type === 'counter') !== name.endsWith('_total')) throw new Error(`${name} is no name for a ${type}`);
  const keys = samples.map((sample) => `${sample.name}${keyOf(sample.labels)}`);
  if (new Set(keys).size !== keys.length) throw new Error(`A series of ${name} comes twice`);
  if (samples.some(({ value }) => type === 'counter' && value < 0)) throw new Error(`${name} is below 0`);
  if (type === 'histogram') checkHistogram(name, samples);
}

function checkHistogram(name: string, samples: readonly ExposedSample[]): void {
  const series = grouped(samples, keyWithoutLe);
  for (const [key, ofSeries] of series) {
    const buckets = ofSeries.filter((sample) => sample.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) => number(labels['le'] ?? ''));
    const counts = buckets.map(({ value }) => value);
    const count = ofSeries.find((sample) => sample.name === `${name}_count`)?.value;
    if (!isRising(bounds) || !isRising(counts, true)) throw new Error(`The buckets of ${name}${key} do not rise`);
    if (bounds.at(-1) !== Number.POSITIVE_INFINITY || counts.at(-1) !== count)
      throw new Error(`The last bucket of ${name}${key} has not everything`);
    if (!ofSeries.some((sample) => sample.name === `${name}_sum`)) throw new Error(`${name}${key} has no sum`);
  }
}

function grouped<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOfItem(item), [...(groups.get(keyOfItem(item)) ?? []), item]);
  return groups;
}

function keyWithoutLe({ labels: { le: _le, ...labels } }: ExposedSample): string {
  return keyOf(labels);
}

function keyOf(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRising(numbers: readonly number[], orStays = false): boolean {
  return numbers.every((value, at) => {
    const before = numbers[at - 1] ?? Number.NEGATIVE_INFINITY;
    return value > before || (orStays && value === before);
  });
}

function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return keyOf(a) === keyOf(b);
}
