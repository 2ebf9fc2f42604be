import { markdownTable } from 'markdown-table';
import type { JobRecord } from '../../contract/job.ts';
import { formatMs } from '../../util/duration.ts';
import { cell } from './cell.ts';

const DETAIL_CHARS = 200;

const STATES: Readonly<Record<JobRecord['status'], string>> = {
  queued: 'is queued',
  running: 'is running',
  completed: 'has completed',
  failed: 'has failed',
  cancelled: 'was cancelled',
};

/** The transitions of a job, oldest first, each with the time since the one before. */
export function renderHistory(job: JobRecord): string {
  const rows = job.history.map(({ at, event, source, detail }, index) => {
    const before = job.history[index - 1];
    const since = before === undefined ? '' : `+${formatMs(Date.parse(at) - Date.parse(before.at))}`;
    return [at, since, event, source, cell(detail ?? '', DETAIL_CHARS)];
  });
  const table = markdownTable([['Time', 'After', 'What', 'Who says so', 'Detail'], ...rows]);
  return `${job.id} ${STATES[job.status]}.\n\n${table}\n`;
}
