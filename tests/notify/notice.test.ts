import { expect, test } from 'vitest';
import type { JobEvent } from '../../src/contract/event.ts';
import type { JobRecord, RunningJob } from '../../src/contract/job.ts';
import { noticeOf } from '../../src/notify/notice.ts';
import { reduce } from '../../src/status/reduce.ts';
import { minute, runningJob } from '../status/jobs.ts';

const job: RunningJob = { ...runningJob({ createdAt: minute(0) }), id: 'task-000000000-00000000' };
const ID = `(${job.id})`;

function after(event: JobEvent, before: RunningJob = job): JobRecord {
  return reduce(before, event, { at: minute(2), source: 'broker-1' });
}

const done = after({ type: 'job.completed', jobId: job.id, finalMessage: 'the answer' });
const failed = after({ type: 'job.failed', jobId: job.id, reason: 'idle_timeout', message: 'm', interruption: null });
const cancelled = after({ type: 'job.cancelled', jobId: job.id, by: 'by user', interruption: null });

function review(finalMessage: string): JobRecord {
  const before = { ...job, kind: 'adversarial-review', title: 'Codex Adversarial Review' } as const;
  return after({ type: 'job.completed', jobId: job.id, finalMessage }, before);
}

const VERDICT = { verdict: 'needs-attention', summary: 's', findings: [], next_steps: [] };

test.each<[string, readonly JobRecord[], string, string]>([
  ['completed', [done], 'Codex Task', `completed after 2m ${ID}`],
  ['failed', [failed], 'Codex Task', `failed: idle_timeout after 2m ${ID}`],
  ['cancelled', [cancelled], 'Codex Task', `cancelled after 2m ${ID}`],
  ['waited for in vain', [job], 'Codex Task', `not ended yet ${ID}`],
  [
    'a verdict',
    [review(JSON.stringify(VERDICT))],
    'Codex Adversarial Review',
    `completed: needs-attention after 2m ${ID}`,
  ],
  ['none', [review('well …')], 'Codex Adversarial Review', `completed after 2m ${ID}`],
  ['many', [done, failed, done, job], '4 Codex jobs', '2 completed, 1 failed, 1 not ended yet'],
  ['a title from elsewhere', [{ ...done, title: 'a\u001b]0;x\u0007\nb' }], 'a b', `completed after 2m ${ID}`],
])('%s', (_what, jobs, title, body) => {
  expect(noticeOf(jobs)).toEqual({ title, body });
});
