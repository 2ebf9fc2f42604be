import { METRICS } from '../../src/broker/metrics/table.ts';
import type { Definition } from '../../src/metrics/definition.ts';
import { code, line } from './markdown.ts';

/** Longer sets of values are told of by their number. */
const VALUES_SHOWN = 5;

/** Every metric as Markdown: its name, what it is, its labels, its unit, and what it means. */
export function metricsTable(): string {
  const head = ['metric', 'type', 'labels', 'unit', 'what it is'];
  const rows = Object.values<Definition>(METRICS).map(cells);
  return `${[head, head.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}

function cells({ name, type, labels, unit, meaning }: Definition): string[] {
  const said = Object.entries(labels).map(([label, values]) => `${code(label)}${valuesText(values)}`);
  return [code(name), type, said.join(', '), unit ?? '', meaning];
}

function valuesText(values: Definition['labels'][string]): string {
  if (values === 'open') return '';
  const shown = values.slice(0, VALUES_SHOWN).join(', ');
  return ` (${shown}${values.length > VALUES_SHOWN ? ` and ${values.length - VALUES_SHOWN} more` : ''})`;
}
