import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { runClocks } from '../../src/broker/clock-loop.ts';
import type { JobEvent } from '../../src/contract/event.ts';
import type { JobRecord } from '../../src/contract/job.ts';
import { Aggregator } from '../../src/status/aggregator.ts';
import { monotonicMs } from '../../src/util/monotonic.ts';
import { GONE, queuedJob } from '../status/jobs.ts';
import { parts } from './parts.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'hrtime'] }));
afterEach(() => void vi.useRealTimers());

const STUCK_MS = 2_000;

/** A job whose turn runs under `clocks`, and what its clocks did: action and the time since its dispatch. */
async function run(clocks: Partial<JobRecord['request']['clocks']>) {
  const { publisher } = await parts();
  const job = queuedJob();
  const record = {
    ...job,
    request: { ...job.request, clocks: { queueMs: 0, startMs: 0, idleMs: 0, hardMs: 0, ...clocks } },
  };
  const now = () => monotonicMs();
  const aggregator = new Aggregator({ lookup: () => record, now, stuckMs: STUCK_MS });
  publisher.tap((envelope) => aggregator.observe(envelope));
  const actions: string[] = [];
  const startedAtMs = now();
  const act = (what: string) => void actions.push(`${what} ${Math.round(now() - startedAtMs)}`);
  const stop = runClocks(aggregator, publisher, {
    stop: (jobId, cause) => {
      act(cause);
      publisher.publish({ type: 'job.stopping', jobId, cause });
    },
    abandon: () => act('abandon'),
  });
  onTestFinished(stop);
  const publish = (event: JobEvent) => publisher.publish(event);
  const { id: jobId, kind, title, summary } = record;
  publish({ type: 'job.queued', jobId, kind, title, summary });
  publish({ type: 'job.started', title: 'Codex Task', jobId, deadlineAt: null, broker: GONE, appServer: GONE });
  publish({ type: 'job.turnStarted', jobId, turnId: 'turn' });
  return { jobId, actions, publish, stop };
}

const itemId = 'c';
const begun = { kind: 'itemStarted', itemId, label: 'command: make', phase: 'running', command: true } as const;
const done = { kind: 'commandCompleted', itemId, command: 'make', exitCode: 0, status: 'completed' } as const;

describe('the clocks', () => {
  test.each([
    [{ hardMs: 5_000 }, 'deadline_exceeded 5000'],
    [{ idleMs: 3_000 }, 'idle_timeout 3000'],
    [{ idleMs: 3_000, hardMs: 50 }, 'deadline_exceeded 50'],
  ])('%o end the turn when they run out', async (clocks, first) => {
    const { actions } = await run(clocks);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(actions[0]).toBe(first);
  });

  test('are late by no more than a sleep when progress moved them', async () => {
    const { actions, publish, jobId } = await run({ idleMs: 3_000 });
    await vi.advanceTimersByTimeAsync(2_900);
    publish({ type: 'job.progressed', jobId, facts: [{ kind: 'streamed' }] });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(actions[0]).toBe('idle_timeout 5900');
  });

  test('start again after a command, also where no other clock kept the loop awake', async () => {
    const { actions, publish, jobId } = await run({ idleMs: 3_000 });
    publish({
      type: 'job.progressed',
      jobId,
      facts: [begun],
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(actions).toEqual([]);
    publish({ type: 'job.progressed', jobId, facts: [done] });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(actions[0]).toBe('idle_timeout 63000');
  });

  test('abandon a job that does not end after it was asked to, until it has', async () => {
    const { actions, publish, jobId } = await run({ hardMs: 1_000 });
    await vi.advanceTimersByTimeAsync(1_000 + STUCK_MS);
    expect(actions.slice(0, 2)).toEqual(['deadline_exceeded 1000', `abandon ${1_000 + STUCK_MS}`]);
    publish({ type: 'job.failed', jobId, reason: 'deadline_exceeded', message: 'm', interruption: null });
    const count = actions.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(actions).toHaveLength(count);
  });

  test('act again once a second while what they do has no effect', async () => {
    const { publisher } = await parts();
    const job = queuedJob();
    const aggregator = new Aggregator({ lookup: () => null, now: () => monotonicMs(), stuckMs: STUCK_MS });
    aggregator.adopt({ ...job, request: { ...job.request, clocks: { ...job.request.clocks, queueMs: 500 } } });
    // Taken over before the clocks run: no event tells of it.
    const acted = vi.fn();
    onTestFinished(runClocks(aggregator, publisher, { stop: acted, abandon: () => undefined }));
    await vi.advanceTimersByTimeAsync(3_600);
    expect(acted).toHaveBeenCalledTimes(4);
  });

  test('that are all off need no timer, and neither does a job that has ended', async () => {
    const off = await run({});
    await vi.advanceTimersByTimeAsync(60_000);
    expect([off.actions, vi.getTimerCount()]).toEqual([[], 0]);
    const { publish, jobId } = await run({ hardMs: 1e6 });
    expect(vi.getTimerCount()).toBe(1);
    publish({ type: 'job.completed', jobId, finalMessage: '' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('can be stopped for good', async () => {
    const { actions, publish, jobId, stop } = await run({ hardMs: 1_000 });
    stop();
    publish({ type: 'job.turnStarted', jobId, turnId: 'turn-2' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect([actions, vi.getTimerCount()]).toEqual([[], 0]);
  });
});
