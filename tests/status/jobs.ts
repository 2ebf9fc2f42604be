import type { LiveJob } from '../../src/contract/control.ts';
import type { JobEvent } from '../../src/contract/event.ts';
import { newJobId } from '../../src/contract/ids.ts';
import {
  type FinishedJob,
  isFinished,
  type JobRecord,
  type JobRequest,
  type QueuedJob,
  type RunningJob,
} from '../../src/contract/job.ts';
import type { ProcessIdentity } from '../../src/contract/process-identity.ts';
import { newRecord } from '../../src/status/new-record.ts';
import { reduce } from '../../src/status/reduce.ts';

export const GONE: ProcessIdentity = { bootId: 'another-boot', pid: 4121, startTime: '1' };

export interface JobShape {
  readonly createdAt?: string;
  readonly brokerKey?: string;
  readonly broker?: ProcessIdentity;
  readonly appServer?: ProcessIdentity;
}

/** A job as the broker makes one. */
export function queuedJob(shape: JobShape = {}): QueuedJob {
  const at = shape.createdAt ?? '2026-01-01T00:00:00.000Z';
  const request = {
    prompt: 'find the bug',
    sandbox: 'read-only',
    network: false,
    addDirs: [],
    onApproval: 'decline',
    model: null,
    effort: null,
    resumeThreadId: null,
    review: null,
    outputSchema: null,
    retries: 0,
    clocks: { queueMs: 0, startMs: 60_000, idleMs: 600_000, hardMs: 1_800_000 },
  } satisfies JobRequest;
  const spec = {
    id: newJobId('task', Date.parse(at)),
    kind: 'task',
    title: 'Codex Task',
    summary: 'find the bug',
    sessionId: null,
    key: null,
    retryOf: null,
    foreground: false,
    cwd: '/repo',
    request,
  } as const;
  const owner = {
    brokerKey: shape.brokerKey ?? 'key1',
    brokerId: 'broker-1',
    codexHome: '/home/u/.codex',
    codexPath: '/bin/codex',
  };
  return newRecord(spec, { owner, workspaceRoot: '/repo', logFile: `/nowhere/logs/${spec.id}.log`, at });
}

export function runningJob(shape: JobShape = {}): RunningJob {
  const job = queuedJob(shape);
  const event: JobEvent = {
    type: 'job.started',
    title: 'Codex Task',
    jobId: job.id,
    deadlineAt: null,
    broker: shape.broker ?? GONE,
    appServer: shape.appServer ?? GONE,
  };
  const started = reduce(job, event, { at: job.createdAt, source: 'broker-1' });
  if (started.status !== 'running') throw new Error(`Unexpected status "${started.status}"`);
  return started;
}

export function completedJob(completedAt: string, shape: JobShape = {}): FinishedJob {
  return finish(runningJob(shape), completedAt);
}

export function finish(job: RunningJob, at: string): FinishedJob {
  const ended = reduce(job, { type: 'job.completed', jobId: job.id, finalMessage: 'done' }, { at, source: 'broker-1' });
  if (!isFinished(ended)) throw new Error(`Unexpected status "${ended.status}"`);
  return ended;
}

/** An ISO instant of the first of January 2026, `minute` minutes after noon. */
export function minute(minute: number): string {
  return new Date(Date.parse('2026-01-01T12:00:00.000Z') + minute * 60_000).toISOString();
}

/** What a healthy broker answers about a job. */
export function liveJob(job: JobRecord, overrides: Partial<LiveJob> = {}): LiveJob {
  return {
    job,
    answeredAt: minute(3),
    appServer: { pid: GONE.pid, version: '0.0.0', state: 'ready', lastAnswerAt: minute(3) },
    worker: { threadNumber: 1, lastReportAt: minute(3) },
    position: null,
    waitingForJob: null,
    runningMs: null,
    idleMs: null,
    clock: null,
    ...overrides,
  };
}
