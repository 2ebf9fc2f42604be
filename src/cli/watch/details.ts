import type { WatchedJob } from '../../client/job-mirror.ts';
import { shortId } from '../../contract/ids.ts';
import { isFinished, type JobRecord } from '../../contract/job.ts';
import { summaryOf } from '../../review/summary.ts';
import { clipped } from '../../terminal/text.ts';
import { oneLine } from '../../util/plain-text.ts';
import { doingOf } from '../render/job-cells.ts';
import { INDENT, type ScreenOptions } from './screen-options.ts';

const LINE_CHARS = 1_000;

/** What the row of a job has no room for: always as many lines, so that nothing moves when another job is selected. */
export function detailLines(watched: WatchedJob, { columns, nowMs, paint }: ScreenOptions): string[] {
  const line = (text: string) => `${INDENT}${clipped(oneLine(text, LINE_CHARS), columns - INDENT.length)}`;
  const { job } = watched;
  return [paint.quiet(line(factsOf(job))), line(summaryOf(job)), line(doingOf(watched, nowMs) || howToGoOn(job))];
}

function factsOf(job: JobRecord): string {
  const { resolved, request } = job;
  const model = resolved?.model ?? request.model;
  const effort = resolved?.effort ?? request.effort;
  const facts = [job.id, job.title, model, effort, request.sandbox ?? 'sandbox of the configuration'];
  return facts.filter((fact) => fact !== null && fact !== '').join(' · ');
}

function howToGoOn(job: JobRecord): string {
  return isFinished(job) && job.status === 'completed' ? `codex-companion result ${shortId(job.id)}` : '';
}
