import type { Family, HistogramSample } from '../contract/metrics.ts';

/** What the text format of Prometheus is called in a Content-Type. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** The text format of Prometheus, version 0.0.4. */
export function exposition(families: Readonly<Record<string, Family>>): string {
  return Object.entries(families)
    .filter(([, family]) => family.samples.length > 0)
    .map(([name, family]) => `${[...headOf(name, family), ...linesOf(name, family)].join('\n')}\n`)
    .join('');
}

function headOf(name: string, { type, meaning }: Family): string[] {
  return [`# HELP ${name} ${meaning.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`, `# TYPE ${name} ${type}`];
}

function linesOf(name: string, family: Family): string[] {
  if (family.type === 'histogram') return family.samples.flatMap((sample) => histogramLines(name, sample));
  return family.samples.map(({ labels, value }) => `${name}${labelText(labels)} ${number(value)}`);
}

function histogramLines(name: string, { labels, count, sum, buckets }: HistogramSample): string[] {
  return [
    ...buckets.map((bucket) => `${name}_bucket${labelText({ ...labels, le: number(bucket.le) })} ${bucket.count}`),
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${labelText(labels)} ${number(sum)}`,
    `${name}_count${labelText(labels)} ${count}`,
  ];
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function number(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
