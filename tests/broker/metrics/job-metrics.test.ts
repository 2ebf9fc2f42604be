import { describe, expect, test } from 'vitest';
import { BrokerMetrics } from '../../../src/broker/metrics/broker-metrics.ts';
import { JobMetrics } from '../../../src/broker/metrics/job-metrics.ts';
import type { JobEvent } from '../../../src/contract/event.ts';
import { NO_TOKENS } from '../../../src/contract/usage.ts';
import { GONE, queuedJob } from '../../status/jobs.ts';

const jobId = queuedJob().id;
const resolved = { model: 'm', effort: null, sandbox: null, approvalPolicy: null, codexVersion: null };
const interruption = null;

const queued: JobEvent = { type: 'job.queued', jobId, kind: 'review', title: 't', summary: 's' };
const started: JobEvent = { type: 'job.started', jobId, title: 't', deadlineAt: null, broker: GONE, appServer: GONE };
const ready: JobEvent = { type: 'job.threadReady', jobId, threadId: 'thread', resolved };
const turnStarted: JobEvent = { type: 'job.turnStarted', jobId, turnId: 'turn' };
const stopping: JobEvent = { type: 'job.stopping', jobId, cause: 'cancel' };
const completed: JobEvent = { type: 'job.completed', jobId, finalMessage: 'done' };
const failed: JobEvent = { type: 'job.failed', jobId, reason: 'turn_failed', message: 'no', interruption };
const cancelled: JobEvent = { type: 'job.cancelled', jobId, by: 'user', interruption };
const lost = { reason: 'app_server_exited', message: 'gone', attempt: 2, of: 3 } as const;

function used(totalTokens: number): JobEvent {
  const usage = { ...NO_TOKENS, totalTokens, inputTokens: totalTokens - 1, cachedInputTokens: 1, outputTokens: 1 };
  return { type: 'job.progressed', jobId, facts: [{ kind: 'usageUpdated', usage }] };
}

interface Story {
  readonly turnEndHeardAtMs?: number;
  /** What the store says of the job. */
  readonly stored?: ReturnType<typeof queuedJob>;
}

/** Plays events, each so many milliseconds after the one before; what was counted, by name without its prefix. */
function play(steps: ReadonlyArray<readonly [afterMs: number, event: JobEvent]>, story: Story = {}) {
  const metrics = new BrokerMetrics(new Date());
  let nowMs = 1_000;
  const jobs = new JobMetrics({
    registry: metrics.registry,
    lookup: () => story.stored ?? null,
    turnEndHeardAtMs: () => story.turnEndHeardAtMs ?? null,
    now: () => nowMs,
  });
  for (const [afterMs, event] of steps) {
    nowMs += afterMs;
    jobs.observe({ v: 1, brokerId: 'b', seq: 1, streamSeq: 1, at: new Date().toISOString(), log: null, event });
  }
  const { families } = metrics.collect();
  return (name: string) =>
    families[`codex_companion_${name}`]?.samples.map((sample) =>
      'value' in sample ? [sample.labels, sample.value] : [sample.labels, sample.count, Number(sample.sum.toFixed(6))],
    );
}

const kind = 'review';

test('a job from its acceptance to its end', () => {
  const seen = play(
    [
      [0, queued],
      [250, started],
      [40, ready],
      [60, turnStarted],
      [0, turnStarted],
      [0, used(10)],
      [900, used(25)],
      [1_000, completed],
    ],
    { turnEndHeardAtMs: 3_245 },
  );
  expect(seen('jobs_accepted_total')).toEqual([[{ kind }, 1]]);
  expect(seen('jobs_finished_total')).toEqual([[{ kind, outcome: 'completed' }, 1]]);
  expect(seen('job_queue_seconds')).toEqual([[{ kind }, 1, 0.25]]);
  expect(seen('job_turn_start_seconds')).toEqual([[{ kind }, 1, 0.1]]);
  expect(seen('job_run_seconds')).toEqual([[{ kind, status: 'completed' }, 1, 2]]);
  expect(seen('turn_end_detection_seconds')).toEqual([[{}, 1, 0.005]]);
  expect(seen('tokens_total')).toEqual([
    [{ type: 'input' }, 24],
    [{ type: 'cached_input' }, 1],
    [{ type: 'output' }, 1],
  ]);
  expect(seen('bus_events_published_total')).toContainEqual([{ type: 'job.progressed' }, 2]);
});

test('a failed one has its reason; what was told of its turn’s end counts, too', () => {
  const seen = play(
    [
      [0, queued],
      [0, started],
      [500, failed],
    ],
    { turnEndHeardAtMs: 1_490 },
  );
  expect(seen('jobs_finished_total')).toEqual([[{ kind, outcome: 'turn_failed' }, 1]]);
  expect(seen('job_run_seconds')).toEqual([[{ kind, status: 'failed' }, 1, 0.5]]);
  expect(seen('turn_end_detection_seconds')).toEqual([[{}, 1, 0.01]]);
});

test('of a job that was asked to stop, the end of its turn is not all that is waited for', () => {
  const seen = play(
    [
      [0, queued],
      [0, started],
      [100, stopping],
      [400, cancelled],
    ],
    { turnEndHeardAtMs: 1_200 },
  );
  expect(seen('jobs_finished_total')).toEqual([[{ kind, outcome: 'cancelled' }, 1]]);
  expect(seen('job_run_seconds')).toEqual([[{ kind, status: 'cancelled' }, 1, 0.5]]);
  expect(seen('turn_end_detection_seconds')).toEqual([]);
});

test('one that is cancelled while it waits never ran', () => {
  const seen = play([
    [0, queued],
    [100, cancelled],
  ]);
  expect(seen('jobs_finished_total')).toEqual([[{ kind, outcome: 'cancelled' }, 1]]);
  expect([seen('job_queue_seconds'), seen('job_run_seconds')]).toEqual([[], []]);
});

describe('an attempt that was lost', () => {
  const retrying = (retryAt: string): JobEvent => ({ type: 'job.retrying', jobId, ...lost, retryAt });

  test('is one, its tokens stay used, and the next one waits from when it is due', () => {
    const seen = play([
      [0, queued],
      [0, started],
      [0, used(10)],
      [700, retrying(new Date(Date.now() - 60_000).toISOString())],
      [30, started],
      [0, used(4)],
      [1_000, completed],
    ]);
    expect(seen('job_attempts_lost_total')).toEqual([[{ reason: 'app_server_exited' }, 1]]);
    expect(seen('jobs_finished_total')).toEqual([[{ kind, outcome: 'completed' }, 1]]);
    expect(seen('job_queue_seconds')).toEqual([[{ kind }, 2, 0.03]]);
    expect(seen('job_run_seconds')).toEqual([
      [{ kind, status: 'retried' }, 1, 0.7],
      [{ kind, status: 'completed' }, 1, 1],
    ]);
    expect(seen('tokens_total')).toContainEqual([{ type: 'input' }, 12]);
  });

  test('does not wait while it rests', () => {
    const seen = play([
      [0, queued],
      [0, started],
      [0, retrying(new Date(Date.now() + 3_600_000).toISOString())],
      [30, started],
    ]);
    expect(seen('job_queue_seconds')).toEqual([[{ kind }, 2, 0]]);
  });
});

describe('a job of another broker', () => {
  const stored = queuedJob();
  const adopted: JobEvent = { type: 'job.adopted', jobId, owner: stored.owner };

  test('is taken over, not accepted, and waits from then on', () => {
    const seen = play(
      [
        [0, adopted],
        [50, started],
        [100, completed],
      ],
      { stored },
    );
    expect([seen('jobs_accepted_total'), seen('jobs_adopted_total')]).toEqual([[], [[{ kind: 'task' }, 1]]]);
    expect(seen('job_queue_seconds')).toEqual([[{ kind: 'task' }, 1, 0.05]]);
    expect(seen('jobs_finished_total')).toEqual([[{ kind: 'task', outcome: 'completed' }, 1]]);
  });

  test('that had run there is only seen to end', () => {
    const gone: JobEvent = { type: 'job.failed', jobId, reason: 'broker_lost', message: 'gone', interruption };
    const seen = play([[0, gone]], { stored });
    expect(seen('jobs_finished_total')).toEqual([[{ kind: 'task', outcome: 'broker_lost' }, 1]]);
    expect(seen('job_run_seconds')).toEqual([]);
  });
});
