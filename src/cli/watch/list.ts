import type { WatchedJob } from '../../client/job-mirror.ts';
import { isFinished } from '../../contract/job.ts';
import { clipped } from '../../terminal/text.ts';
import type { WatchModel } from './model.ts';
import { selectedIndex } from './press.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';
import type { Table } from './table.ts';

/** Which of the jobs there is room for: those around the selected one. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export function windowOf({ jobs, ui }: WatchModel, room: number): Window {
  if (jobs.length <= room) return { from: 0, to: jobs.length };
  const at = selectedIndex(jobs, ui.selectedId);
  const from = Math.max(0, Math.min(at - Math.floor(room / 2), jobs.length - room));
  return { from, to: from + Math.max(0, room) };
}

/** A row a job; `air` keeps the ended ones apart. */
export function jobLines(model: WatchModel, { from, to }: Window, air: boolean, table: Table): string[] {
  const { jobs, ui } = model;
  const selected = selectedIndex(jobs, ui.selectedId);
  return jobs.slice(from, to).flatMap((watched, index) => {
    const row = table.row(watched, from + index === selected);
    return air && index > 0 && beginsEnded(jobs, from + index) ? ['', row] : [row];
  });
}

function beginsEnded(jobs: readonly WatchedJob[], at: number): boolean {
  const [before, here] = [jobs[at - 1], jobs[at]];
  return before !== undefined && here !== undefined && !isFinished(before.job) && isFinished(here.job);
}

/** For a workspace in which nothing has been done yet. */
export function emptyLines({ columns, paint }: ScreenOptions): string[] {
  const lines = [
    'No jobs yet. What you hand over appears here:',
    '',
    '  codex-companion task --background "Why does the login test fail?"',
    '  codex-companion review --background',
  ];
  return lines.map((line) => `${INDENT}${paint.quiet(clipped(line, columns - INDENT.length))}`);
}
