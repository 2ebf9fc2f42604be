import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { JobEvent } from '../../src/contract/event.ts';
import type { JobRecord } from '../../src/contract/job.ts';
import { JobViewSchema } from '../../src/contract/job-view.ts';
import { jobView } from '../../src/status/job-view.ts';
import { reduce } from '../../src/status/reduce.ts';
import { completedJob, GONE, liveJob, minute, queuedJob, runningJob } from './jobs.ts';

const formatMs = (ms: number) => `${ms / 1000}s`;
const extras = { formatMs, isAlive: () => true, live: null };

function changed(job: JobRecord, event: JobEvent, at: string): JobRecord {
  return reduce(job, event, { at, source: 'test' });
}

describe('the view of a job', () => {
  test('has every key that scripts rely on, in every state', () => {
    const promised = [
      ...['id', 'kind', 'kindLabel', 'jobClass', 'title', 'summary', 'status', 'phase', 'pid', 'threadId', 'turnId'],
      ...['sessionId', 'workspaceRoot', 'write', 'logFile', 'createdAt', 'startedAt', 'completedAt', 'updatedAt'],
      ...['elapsed', 'duration', 'progressPreview', 'errorMessage', 'schemaVersion', 'reason', 'deadlineAt'],
      ...['idleSince', 'lastEventAt', 'waitingFor', 'attempt', 'resolved', 'usage', 'partial', 'witnesses'],
    ];
    for (const job of [queuedJob(), runningJob(), completedJob(minute(1))]) {
      const view = JSON.parse(JSON.stringify(jobView(job, Date.parse(minute(2)), extras)));
      expect(Object.keys(view)).toEqual(expect.arrayContaining(promised));
    }
  });

  test('is what its schema says, and nothing besides', () => {
    const failed = changed(
      runningJob(),
      { type: 'job.failed', jobId: runningJob().id, reason: 'internal', message: 'm', interruption: null },
      minute(1),
    );
    for (const job of [queuedJob(), runningJob(), failed, completedJob(minute(1))]) {
      const view = JSON.parse(JSON.stringify(jobView(job, Date.parse(minute(2)), { ...extras, live: liveJob(job) })));
      expect(v.parse(JobViewSchema, view)).toEqual(view);
    }
  });

  test('of a queued job counts from its creation and has no process', () => {
    const view = jobView(queuedJob({ createdAt: minute(0) }), Date.parse(minute(1)), extras);
    expect(view).toMatchObject({ status: 'queued', elapsed: '60s', duration: null, pid: null, startedAt: null });
    expect(view).toMatchObject({ kindLabel: 'rescue', jobClass: 'task', idleSince: null, witnesses: null });
  });

  test('of a running job names its broker and what it waits for', () => {
    const started = {
      kind: 'itemStarted',
      itemId: 'i',
      label: 'command: ls',
      phase: 'running',
      command: true,
    } as const;
    const job = runningJob({ createdAt: minute(0) });
    const busy = changed(job, { type: 'job.progressed', jobId: job.id, facts: [started] }, minute(1));
    const view = jobView(busy, Date.parse(minute(3)), { ...extras, progressPreview: ['Running command: ls'] });
    expect(view).toMatchObject({ pid: GONE.pid, elapsed: '180s', duration: null, idleSince: minute(1) });
    expect(view.waitingFor).toEqual({ label: 'command: ls', since: minute(1), for: '120s' });
    expect(view.witnesses).toMatchObject({ broker: GONE, appServer: GONE });
    expect(view.progressPreview).toEqual(['Running command: ls']);
  });

  test('prefers what the live broker measured over the record', () => {
    const clock = { name: 'idle', inMs: 5_000 } as const;
    const job = runningJob();
    const view = jobView(job, Date.parse(minute(3)), { ...extras, live: liveJob(job, { idleMs: 60_000, clock }) });
    expect(view).toMatchObject({ idleSince: minute(2), clock });
  });

  test('of a finished job has a duration, also when the wall clock went back meanwhile', () => {
    const shape = { createdAt: minute(0) };
    expect(jobView(completedJob(minute(2), shape), 0, extras)).toMatchObject({ elapsed: '120s', duration: '120s' });
    expect(jobView(completedJob(minute(-5), shape), 0, extras).duration).toBe('0s');
  });

  test('of a cancelled job says by whom', () => {
    const job = runningJob();
    const cancelled = { type: 'job.cancelled', jobId: job.id, by: 'user', interruption: null } as const;
    const view = jobView(changed(job, cancelled, minute(1)), 0, extras);
    expect(view).toMatchObject({ status: 'cancelled', errorMessage: 'Cancelled by user.', reason: null, pid: null });
  });

  test('of a failed job has the reason and what was saved', () => {
    const job = runningJob();
    const said = { kind: 'messageCompleted', text: 'so far' } as const;
    const busy = changed(job, { type: 'job.progressed', jobId: job.id, facts: [said] }, minute(1));
    const failure = {
      type: 'job.failed',
      jobId: job.id,
      reason: 'broker_lost',
      message: 'm',
      interruption: null,
    } as const;
    expect(jobView(changed(busy, failure, minute(2)), 0, extras)).toMatchObject({
      reason: 'broker_lost',
      errorMessage: 'm',
      partial: { lastMessage: 'so far' },
    });
    const words = { kind: 'messageStreamed', itemId: 'i', text: 'and then' } as const;
    const speaking = changed(job, { type: 'job.progressed', jobId: job.id, facts: [words] }, minute(1));
    expect(jobView(changed(speaking, failure, minute(2)), 0, extras)).toMatchObject({
      partial: { lastMessage: null, unfinishedMessage: 'and then' },
    });
    expect(jobView(changed(job, failure, minute(2)), 0, extras).partial).toBeNull();
    expect(jobView(completedJob(minute(1)), 0, extras)).toMatchObject({
      partial: null,
      reason: null,
      errorMessage: null,
    });
  });
});
