import { markdownTable } from 'markdown-table';
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

/** The same, for programs. Latencies are milliseconds from the fault to the record of a job's end. */
export function summaryJson({ figures, ...rest }: Summary): string {
  const faults = byName(figures.faults).map(([name, sum]) => ({ name, ...statistics(sum) }));
  const report = { ...rest, commands: figures.clients, faults, ends: Object.fromEntries(byName(figures.ends)) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function faultTable({ faults }: Figures): string {
  const head = ['fault', 'times', 'with jobs', 'jobs it ended', 'p50 ms', 'p99 ms', 'max ms'];
  const rows = byName(faults).map(([name, sum]) => {
    const { times, withJobs, jobs, p50, p99, max } = statistics(sum);
    return [name, times, withJobs, ...(jobs === 0 ? ['', '', '', ''] : [jobs, p50, p99, max])].map(String);
  });
  return markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r'] });
}

function endTable({ ends }: Figures): string {
  const rows = byName(ends).map(([end, count]) => [end, String(count)]);
  return markdownTable([['end of a job', 'times'], ...rows], { align: ['l', 'r'] });
}

function statistics({ times, withJobs, latenciesMs }: FaultFigures) {
  const sorted = latenciesMs.map(Math.round).sort((a, b) => a - b);
  const at = (quantile: number) => sorted[Math.ceil(quantile * sorted.length) - 1] ?? null;
  return { times, withJobs, jobs: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

function byName<Name extends string, T>(map: ReadonlyMap<Name, T>): [Name, T][] {
  return [...map].sort(([a], [b]) => a.localeCompare(b));
}
