import { expect, test } from 'vitest';
import { MAX_TOLD_JOBS, unreadText } from '../../../src/cli/render/unread.ts';
import type { FinishedJob } from '../../../src/contract/job.ts';
import { isFinished } from '../../../src/contract/job.ts';
import { reduce } from '../../../src/status/reduce.ts';
import { completedJob, minute, runningJob } from '../../status/jobs.ts';

/** What hosts cut it at. */
const HOST_CHARS = 10_000;

const NOW = Date.parse(minute(5));

function saying(
  finalMessage: string,
  more: Partial<Pick<FinishedJob, 'kind' | 'title' | 'summary'>> = {},
): FinishedJob {
  const job = completedJob(minute(3));
  return job.status === 'completed' ? { ...job, ...more, finalMessage } : job;
}

function ended(event: { type: 'job.failed' } | { type: 'job.cancelled' }): FinishedJob {
  const job = runningJob();
  const context = { at: minute(4), source: 'test' };
  const after =
    event.type === 'job.failed'
      ? reduce(
          job,
          { ...event, jobId: job.id, reason: 'idle_timeout', message: 'No "progress"\nat all', interruption: null },
          context,
        )
      : reduce(job, { ...event, jobId: job.id, by: 'user', interruption: null }, context);
  if (!isFinished(after)) throw new Error('Not finished');
  return after;
}

test('each job is told of with its id, title, end, age, what it says first, and how to read it', () => {
  const done = saying('\n  It is fixed.\nIn detail: …');
  const failed = ended({ type: 'job.failed' });
  const cancelled = ended({ type: 'job.cancelled' });

  expect(unreadText([done, failed, cancelled], 0, NOW).split('\n').slice(1)).toEqual([
    `- ${done.id} (Codex Task, "find the bug") completed 2m ago.`,
    '  It begins: "It is fixed."',
    `  Result: codex-companion result ${done.id}`,
    `- ${failed.id} (Codex Task, "find the bug") failed (idle_timeout) 1m ago.`,
    `  Error: "No 'progress'"`,
    `  Result: codex-companion result ${failed.id}`,
    `- ${cancelled.id} (Codex Task, "find the bug") was cancelled 1m ago.`,
    `  Result: codex-companion result ${cancelled.id}`,
  ]);
});

test('of a verdict it says the summary, not that it is JSON', () => {
  const verdict = { verdict: 'needs-attention', summary: 'A race.', findings: [], next_steps: [] };
  expect(unreadText([saying(JSON.stringify(verdict), { kind: 'adversarial-review' })], 0, NOW)).toContain('"A race."');
});

test('text of a job cannot end its quotes or its line, nor reach a terminal', () => {
  const text = unreadText([saying('a" \u001b[2J\u2028"b\r"c', { title: 'x\ny', summary: '"\n- gate' })], 0, NOW);
  expect(text.split('\n')).toHaveLength(4);
  expect(text.match(/"/gu)).toHaveLength(4);
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('as many jobs as are told of at once stay below what hosts cut, whatever is in them', () => {
  for (const unit of ['"', '\\', '\ud800', '😀', 'x']) {
    const long = unit.repeat(100_000);
    const jobs = Array.from({ length: MAX_TOLD_JOBS }, () => saying(long, { title: long, summary: long }));
    const text = unreadText(jobs, 1_000_000, NOW);
    expect(text.length).toBeLessThan(HOST_CHARS - 2_000);
    expect(text).toContain('1000000 more have ended');
  }
});
