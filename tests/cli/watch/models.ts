import type { WatchModel } from '../../../src/cli/watch/model.ts';
import type { WatchedJob } from '../../../src/client/job-mirror.ts';
import type { JobEvent } from '../../../src/contract/event.ts';
import { type FinishedJob, isFinished, type JobRecord } from '../../../src/contract/job.ts';
import { reduce } from '../../../src/status/reduce.ts';
import { GONE, queuedJob } from '../../status/jobs.ts';

/** Now, in every test of a screen. */
export const NOW = Date.parse('2026-01-01T12:30:00.000Z');

/** An ISO instant so many seconds before now. */
export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1_000).toISOString();
}

type Happening = JobEvent extends infer E ? (E extends JobEvent ? Omit<E, 'jobId'> : never) : never;

export const STARTED: Happening = {
  type: 'job.started',
  title: 'Codex Task',
  deadlineAt: null,
  broker: GONE,
  appServer: GONE,
};

export interface Told {
  readonly summary?: string;
  readonly createdAt?: string;
  readonly sessionId?: string;
  readonly kind?: JobRecord['kind'];
}

/** The job `task-000000001-<name>` after these events, each so many seconds ago. `name` has 8 characters. */
export function jobAfter(name: string, told: Told, ...events: ReadonlyArray<readonly [seconds: number, Happening]>) {
  const { summary = 'find the bug', createdAt = ago(600), ...others } = told;
  const queued = { ...queuedJob(), ...others, id: `task-000000001-${name}`, summary, createdAt, updatedAt: createdAt };
  return events.reduce<JobRecord>(
    (job, [seconds, event]) => reduce(job, { ...event, jobId: job.id } as JobEvent, { at: ago(seconds), source: 'b' }),
    queued,
  );
}

export function watched(job: JobRecord, more: Partial<WatchedJob> = {}): WatchedJob {
  return { job, position: null, waitingForJob: null, runningMs: null, idleMs: null, clock: null, ...more };
}

export function endedJob(job: JobRecord): FinishedJob {
  if (!isFinished(job)) throw new Error(`Unexpected status "${job.status}"`);
  return job;
}

/** A command is running in one, a person is asked in another, one waits for it, and two have ended. */
export function busyWorkspace(): WatchedJob[] {
  const testing = jobAfter(
    'aaaaaaaa',
    { summary: 'Fix the login test' },
    [727, STARTED],
    [726, { type: 'job.turnStarted', turnId: 'turn' }],
    [
      42,
      {
        type: 'job.progressed',
        facts: [
          { kind: 'usageUpdated', usage: usage(48_200) },
          { kind: 'itemStarted', itemId: 'c', label: 'command: npm test -- login', phase: 'verifying', command: true },
        ],
      },
    ],
  );
  const asking = jobAfter(
    'bbbbbbbb',
    { summary: '日本語のテストを直す 👩‍👩‍👧 👍🏽' },
    [300, STARTED],
    [299, { type: 'job.turnStarted', turnId: 'turn' }],
    [3, { type: 'job.asked', question: { id: 'q', what: 'a command', subject: 'make install', since: ago(3) } }],
  );
  const waiting = jobAfter('cccccccc', { summary: 'Then tidy up' });
  const failed = jobAfter(
    'dddddddd',
    { summary: 'Look at it' },
    [900, STARTED],
    [300, { type: 'job.failed', reason: 'idle_timeout', message: 'Codex made no progress', interruption: null }],
  );
  const done = jobAfter(
    'eeeeeeee',
    { kind: 'review', summary: 'Review' },
    [8_000, STARTED],
    [7_260, { type: 'job.completed', finalMessage: 'Nothing \u001b[31mto\u0007 see.\nSecond line' }],
  );
  return [
    watched(testing, { runningMs: 727_400, idleMs: 42_900, clock: { name: 'hard', inMs: 1_072_600 } }),
    watched(asking, { runningMs: 300_000, idleMs: 3_000, clock: { name: 'idle', inMs: 59_999 } }),
    watched(waiting, { position: 1, waitingForJob: { id: asking.id, why: 'writes to the same working tree' } }),
    watched(failed),
    watched(done),
  ];
}

export function modelOf(jobs: readonly WatchedJob[], more: Partial<WatchModel> = {}): WatchModel {
  return {
    workspace: '/home/ada/src/parser',
    link: { id: 'live' },
    jobs,
    sessionId: null,
    keys: true,
    ui: { selectedId: null, mode: { id: 'table' }, allSessions: false, notice: null },
    log: { first: 0, lines: [] },
    ...more,
  };
}

function usage(totalTokens: number) {
  return {
    totalTokens,
    inputTokens: 0,
    cachedInputTokens: 0,
    cacheWriteInputTokens: 0,
    outputTokens: 0,
    reasoningOutputTokens: 0,
  };
}
