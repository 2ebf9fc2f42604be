import { expect, test } from 'vitest';
import type { JobRecord } from '../../src/contract/job.ts';
import { summaryOf } from '../../src/review/summary.ts';
import { completedJob, minute, runningJob } from '../status/jobs.ts';

const VERDICT = { verdict: 'approve', summary: 'All is well.', findings: [], next_steps: [] };

function answered(finalMessage: string, shape: Partial<Pick<JobRecord, 'kind' | 'title'>> = {}): JobRecord {
  const job = completedJob(minute(1));
  if (job.status !== 'completed') throw new Error('not completed');
  return { ...job, ...shape, finalMessage };
}

test.each([
  ['the first line that says something', answered(' \n\n  The parser is fine.\nMore.'), 'The parser is fine.'],
  ['a sentence where nothing was said', answered(' \n', { title: 'Codex Task' }), 'Codex Task finished.'],
  ['what a verdict says', answered(JSON.stringify(VERDICT), { kind: 'adversarial-review' }), VERDICT.summary],
  [
    'what is wrong with a verdict',
    answered('{"summary":"x"}', { kind: 'adversarial-review' }),
    'Missing string `verdict`.',
  ],
  ['what it was asked, while it runs', { ...runningJob(), summary: 'look at it' }, 'look at it'],
])('the summary of a job is %s', (_what, job, expected) => {
  expect(summaryOf(job)).toBe(expected);
});
