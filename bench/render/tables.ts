import { markdownTable } from 'markdown-table';
import { changeSince } from '../compare.ts';
import type { Judged, Results } from '../results.ts';
import type { Summary } from '../statistics.ts';
import { verdictOf } from '../verdict.ts';
import { changeText, digits, reachText, valueText } from './words.ts';

/** Every figure beside its floor, as a Markdown table; `last` is what is compared with. */
export function figureTable({ figures }: Results, last: Results | null): string {
  const head = ['what', 'p50 / p95 / p99', 'floor', 'p50 / p95 / p99', 'measured', '95 %', 'reach', 'last', ''];
  const rows = figures.map((figure) => row(figure, last));
  return markdownTable([head, ...rows], { align: ['l', 'r', 'l', 'r', 'r', 'r', 'r', 'r', 'l'] });
}

/** What must be so, as a Markdown list. */
export function factList({ facts, failures }: Results): string {
  return [
    ...facts.map(({ title, holds, detail }) => `- ${holds ? 'Holds' : '**Does not hold**'}: ${title} (${detail}).`),
    ...failures.map(({ measurement, message }) => `- **Not measured**: ${measurement} (${message}).`),
  ].join('\n');
}

export function machineLine({ machine, at, seconds, quick }: Results): string {
  const { cpu, cores, memoryMb, system, node, codex, load } = machine;
  const how = quick ? 'A quick run, no measure of anything' : 'A whole run';
  const [before, after] = load;
  return `${how}, ${at.slice(0, 10)}, ${seconds} s: ${cores} cores of ${cpu}, ${(memoryMb / 1024).toFixed(0)} GB, ${system}, Node ${node}, ${codex}; load ${before} before, ${after} after.`;
}

function row(figure: Judged, last: Results | null): string[] {
  const { title, unit, product, floor, floorTitle, low, high, value } = figure;
  return [
    title,
    spread(product, unit),
    floorTitle,
    floor === null ? '' : spread(floor, unit),
    valueText(figure, value),
    `${digits(low)} to ${digits(high)}`,
    reachText(figure),
    changeText(figure, changeSince(last, figure)),
    verdictOf(figure),
  ];
}

/** Of a single sample there is no spread to tell. */
function spread({ count, p50, p95, p99 }: Summary, unit: string): string {
  return `${(count === 1 ? [p50] : [p50, p95, p99]).map(digits).join(' / ')} ${unit}`;
}
