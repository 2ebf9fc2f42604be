import type { FinishedJob, JobRecord } from '../contract/job.ts';
import { oneLine } from '../util/plain-text.ts';
import { parseVerdict } from './verdict.ts';

const SUMMARY_CHARS = 500;

/** The first line with words; of one that is a whole document, no more than a summary can need. */
const FIRST_LINE = /\S.{0,9999}/u;

/** A job in a line: of one that completed, how its answer begins; of any other, what it was asked. */
export function summaryOf(job: JobRecord): string {
  if (job.status !== 'completed') return job.summary;
  const [line = `${job.title} finished.`] = FIRST_LINE.exec(wordsOf(job)) ?? [];
  return oneLine(line, SUMMARY_CHARS);
}

function wordsOf({ kind, finalMessage }: Extract<FinishedJob, { status: 'completed' }>): string {
  if (kind !== 'adversarial-review') return finalMessage;
  const parsed = parseVerdict(finalMessage);
  return parsed.ok ? parsed.verdict.summary : parsed.error;
}
