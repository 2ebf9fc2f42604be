import { markdownTable } from 'markdown-table';
import { quantile } from '../lib/quantile.ts';
import type { FaultFigures, Figures } from './figures.ts';

export interface Summary {
  readonly seed: number;
  readonly rounds: number;
  readonly codex: 'fake' | 'real';
  readonly seconds: number;
  readonly figures: Figures;
}

/** The figures of a run, for people: Markdown. */
export function renderSummary({ seed, rounds, codex, seconds, figures }: Summary): string {
  const jobs = [...figures.ends.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${rounds} rounds (seed ${seed}, ${codex} codex, ${seconds} s): ${figures.clients} commands, ${jobs} jobs, no promise broken`,
    faultTable(figures),
    endTable(figures),
    '',
  ].join('\n\n');
}

/** The same, for programs. Latencies are milliseconds from the fault to the record of a job's end, and to a subscriber. */
export function summaryJson({ figures, ...rest }: Summary): string {
  const faults = byName(figures.faults).map(([name, sum]) => ({ name, ...statistics(sum) }));
  const report = { ...rest, commands: figures.clients, faults, ends: Object.fromEntries(byName(figures.ends)) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function faultTable({ faults }: Figures): string {
  const figures = ['p50', 'p99', 'max'];
  const head = ['fault', 'times', 'with jobs', 'jobs it ended', ...figures.map((f) => `recorded ${f}`)];
  const rows = byName(faults).map(([name, sum]) => {
    const { times, withJobs, jobs, recorded, heard } = statistics(sum);
    return [name, times, withJobs, jobs === 0 ? '' : jobs, ...cells(recorded), ...cells(heard)].map(String);
  });
  const table = [[...head, ...figures.map((f) => `heard ${f}`)], ...rows];
  return markdownTable(table, { align: ['l', ...Array(9).fill('r')] });
}

function endTable({ ends }: Figures): string {
  const rows = byName(ends).map(([end, count]) => [end, String(count)]);
  return markdownTable([['end of a job', 'times'], ...rows], { align: ['l', 'r'] });
}

function cells({ p50, p99, max }: Quantiles): (number | string)[] {
  return [p50, p99, max].map((figure) => figure ?? '');
}

function statistics({ times, withJobs, latenciesMs, heardMs }: FaultFigures) {
  const recorded = quantiles(latenciesMs);
  return { times, withJobs, jobs: latenciesMs.length, recorded, heard: quantiles(heardMs) };
}

type Quantiles = ReturnType<typeof quantiles>;

/** Null where nothing was measured. */
function quantiles(list: readonly number[]) {
  const at = (share: number) => quantile(list.map(Math.round), share);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function byName<Name extends string, T>(map: ReadonlyMap<Name, T>): [Name, T][] {
  return [...map].sort(([a], [b]) => a.localeCompare(b));
}
