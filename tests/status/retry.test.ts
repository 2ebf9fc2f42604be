import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/contract/fault.ts';
import type { RunningJob, Work } from '../../src/contract/job.ts';
import { endOrRetry, FIRST_RETRY_MS, LONGEST_RETRY_MS } from '../../src/status/retry.ts';
import { minute, queuedJob, runningJob } from './jobs.ts';

interface Shape {
  readonly retries?: number;
  readonly attempt?: number;
  readonly work?: Partial<Work>;
  readonly stopping?: RunningJob['stopping'];
}

function jobOf({ retries = 1, attempt = 1, work = {}, stopping = null }: Shape = {}): RunningJob {
  const job = runningJob();
  return { ...job, attempt, stopping, work: { ...job.work, ...work }, request: { ...job.request, retries } };
}

function eventAfter(job: Parameters<typeof endOrRetry>[0], reason: Reason = 'app_server_exited') {
  const failed = { type: 'job.failed', jobId: 'task-1', reason, message: 'gone', interruption: null } as const;
  return endOrRetry(job, failed, Date.parse(minute(0)));
}

describe('an attempt that was lost', () => {
  test.each<[string, Shape, 'job.retrying' | 'job.failed']>([
    ['and did nothing is followed by another', {}, 'job.retrying'],
    [
      'after words only is followed by another',
      { work: { lastMessage: 'hm', reasoningSummary: ['so'] } },
      'job.retrying',
    ],
    ['without retries is the end', { retries: 0 }, 'job.failed'],
    ['and was the last one is the end', { retries: 2, attempt: 3 }, 'job.failed'],
    ['and was the last but one is followed by another', { retries: 2, attempt: 2 }, 'job.retrying'],
    ['and had begun to act is the end', { work: { acted: true } }, 'job.failed'],
    ['while it was being stopped is the end', { stopping: { cause: 'cancel', at: minute(0) } }, 'job.failed'],
  ])('%s', (_what, shape, type) => {
    expect(eventAfter(jobOf(shape)).type).toBe(type);
  });

  test('of a job that does not run, or that nobody knows, is the end', () => {
    expect([eventAfter(queuedJob()).type, eventAfter(null).type]).toEqual(['job.failed', 'job.failed']);
  });
});

test.each<[Reason, boolean]>([
  ['app_server_exited', true],
  ['app_server_unresponsive', true],
  ['broker_lost', true],
  ['server_overloaded', true],
  ['turn_failed', false],
  ['idle_timeout', false],
  ['usage_limit', false],
  ['worker_crashed', false],
  ['app_server_start_failed', false],
])('after %s, another attempt is due: %s', (reason, again) => {
  expect(eventAfter(jobOf(), reason).type).toBe(again ? 'job.retrying' : 'job.failed');
});

test('the time to the next attempt doubles, up to a bound, and the event says which one it is', () => {
  for (const [attempt, longestMs] of [
    [1, FIRST_RETRY_MS],
    [2, 2 * FIRST_RETRY_MS],
    [10, LONGEST_RETRY_MS],
  ] as const) {
    const event = eventAfter(jobOf({ retries: 10, attempt }));
    if (event.type !== 'job.retrying') throw new Error(event.type);
    const restMs = Date.parse(event.retryAt) - Date.parse(minute(0));
    expect(restMs).toBeLessThanOrEqual(longestMs);
    expect(restMs).toBeGreaterThanOrEqual(0.74 * longestMs);
    expect(event).toMatchObject({ attempt: attempt + 1, of: 11, reason: 'app_server_exited', message: 'gone' });
  }
});
