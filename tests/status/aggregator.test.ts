import { beforeEach, describe, expect, test } from 'vitest';
import type { LiveJob } from '../../src/contract/control.ts';
import { type BusEvent, type Envelope, EVENT_VERSION, type JobEvent } from '../../src/contract/event.ts';
import type { Fact } from '../../src/contract/fact.ts';
import type { ActiveJob, JobRecord } from '../../src/contract/job.ts';
import { Aggregator } from '../../src/status/aggregator.ts';
import { reduce } from '../../src/status/reduce.ts';
import { completedJob, GONE, liveJob, minute, queuedJob, runningJob } from './jobs.ts';

const job = queuedJob();
const jobId = job.id;
const { clocks } = job.request;
const resolved = { model: null, effort: null, sandbox: null, approvalPolicy: null, codexVersion: null };

const started: JobEvent = {
  type: 'job.started',
  title: 'Codex Task',
  jobId,
  deadlineAt: null,
  broker: GONE,
  appServer: GONE,
};
const threadReady: JobEvent = { type: 'job.threadReady', jobId, threadId: 'thread', resolved };
const turnStarted: JobEvent = { type: 'job.turnStarted', jobId, turnId: 'turn' };
const stopping: JobEvent = { type: 'job.stopping', jobId, cause: 'cancel' };
const completed: JobEvent = { type: 'job.completed', jobId, finalMessage: 'done' };
const itemId = 'c';
const begun = { kind: 'itemStarted', itemId, label: 'command: make', phase: 'verifying', command: true } as const;
const done = { kind: 'commandCompleted', itemId, command: 'make', exitCode: 0, status: 'completed' } as const;

function progressed(...facts: Fact[]): JobEvent {
  return { type: 'job.progressed', jobId, facts };
}

let now = 0;
let stored: Map<string, JobRecord>;
let ended: JobRecord[];
let aggregator: Aggregator;
let seq = 0;

beforeEach(() => {
  now = 0;
  seq = 0;
  stored = new Map<string, JobRecord>([[jobId, job]]);
  ended = [];
  aggregator = new Aggregator({ lookup: (id) => stored.get(id) ?? null, now: () => now, stuckMs: 10_000 });
  aggregator.onFinished((record) => void ended.push(record));
});

function envelope(event: BusEvent): Envelope {
  seq += 1;
  return { v: EVENT_VERSION, brokerId: 'broker-1', seq, streamSeq: seq, at: minute(seq), log: null, event };
}

function observe(...events: JobEvent[]): void {
  for (const event of events) aggregator.observe(envelope(event));
}

/** Brings the job to a running turn. */
function run(): void {
  aggregator.adopt(job);
  observe(started, threadReady, turnStarted);
}

describe('the live view', () => {
  test('is what reduce makes of the same events', () => {
    const events = [
      started,
      threadReady,
      turnStarted,
      progressed(begun),
      progressed({ kind: 'noticed', message: 'slow' }),
      stopping,
      completed,
    ];
    let expected: JobRecord = job;
    aggregator.adopt(job);
    for (const event of events) {
      const { at, brokerId } = envelope(event);
      seq -= 1;
      expected = reduce(expected, event, { at, source: brokerId });
      observe(event);
      expect(event === completed ? ended : aggregator.active()).toEqual([expected]);
    }
    expect(aggregator.active()).toEqual([]);
  });

  test('takes a job that it does not know from the store, and does not count the event twice', () => {
    const running = { ...runningJob(), id: jobId };
    const after = reduce(running, progressed({ kind: 'reasoningCompleted', sections: ['once'] }), {
      at: minute(1),
      source: 'broker-1',
    });
    stored.set(jobId, after);
    observe(progressed({ kind: 'reasoningCompleted', sections: ['once'] }));
    expect(aggregator.active()).toEqual([after]);
  });

  test('takes the record from whoever has it, and folds only the end', () => {
    const records = new Map<string, ActiveJob>([[jobId, { ...runningJob(), id: jobId }]]);
    const current = (id: string) => records.get(id) ?? null;
    const view = new Aggregator({ lookup: () => job, current, now: () => now, stuckMs: 10_000 });
    view.onFinished((record) => void ended.push(record));
    view.adopt(job);
    view.observe(envelope(progressed(begun)));
    expect(view.active()).toEqual([records.get(jobId)]);
    records.clear();
    view.observe(envelope(completed));
    expect([view.active(), ended]).toMatchObject([[], [{ id: jobId, status: 'completed' }]]);
  });

  test('knows nothing of a job that nobody stored, and of the broker’s own events', () => {
    stored.clear();
    observe(started);
    aggregator.observe(envelope({ type: 'broker.draining' }));
    expect(aggregator.active()).toEqual([]);
    expect([aggregator.idleMs(jobId), aggregator.expiryOf(jobId), aggregator.nextExpiryInMs()]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('keeps jobs apart', () => {
    const other = queuedJob();
    stored.set(other.id, other);
    aggregator.adopt(job);
    aggregator.adopt(other);
    observe({ ...started, jobId: other.id });
    expect(aggregator.active().map((record) => record.status)).toEqual(['queued', 'running']);
  });
});

describe('a mirror', () => {
  /** What a broker whose aggregator is `authority` answers about the job. */
  function told(authority: Aggregator): LiveJob {
    const [record] = authority.active();
    if (record === undefined) throw new Error('No active job');
    const expiry = authority.expiryOf(jobId);
    return liveJob(record, {
      runningMs: authority.runningMs(jobId),
      idleMs: authority.idleMs(jobId),
      clock: expiry === null ? null : { name: expiry.clock, inMs: expiry.atMs - now },
    });
  }

  test.each<[string, () => void]>([
    ['queued', () => aggregator.adopt({ ...job, request: { ...job.request, clocks: { ...clocks, queueMs: 90_000 } } })],
    ['starting', () => void [aggregator.adopt(job), observe(started)]],
    ['idle', run],
    ['stopping', () => void [run(), observe(stopping)]],
    ['in a command', () => void [run(), observe(progressed(begun))]],
  ])('of a job that is %s has the clocks of its broker, whenever it joins', (_state, reach) => {
    reach();
    now += 7_000;
    const mirror = new Aggregator({ lookup: () => null, now: () => now + 1_000_000, stuckMs: 10_000 });
    mirror.mirror(told(aggregator));

    const expiry = aggregator.expiryOf(jobId);
    expect(expiry).not.toBeNull();
    expect(mirror.expiryOf(jobId)).toEqual({ clock: expiry?.clock, atMs: (expiry?.atMs ?? 0) + 1_000_000 });
    expect(mirror.idleMs(jobId)).toBe(aggregator.idleMs(jobId));
    expect(mirror.runningMs(jobId)).toBe(aggregator.runningMs(jobId));
  });

  test('forgets what is no more', () => {
    run();
    aggregator.forget(jobId);
    expect(aggregator.active()).toEqual([]);
    expect(ended).toEqual([]);
  });
});

describe('whoever waits for an end', () => {
  test('hears it once it is in the view, also of a job that was known by its end only', () => {
    const seen: number[] = [];
    aggregator.onFinished(() => void seen.push(aggregator.active().length));
    run();
    observe(completed);
    expect(ended).toMatchObject([{ id: jobId, status: 'completed' }]);
    const unknown = completedJob(minute(1));
    stored.set(unknown.id, unknown);
    observe({ ...completed, jobId: unknown.id });
    expect(ended[1]).toBe(unknown);
    expect(seen).toEqual([0, 0]);
  });

  test('hears nothing any more after it stopped listening', () => {
    const heard: JobRecord[] = [];
    aggregator.onFinished((record) => void heard.push(record))();
    aggregator.adopt(completedJob(minute(1)));
    expect(heard).toEqual([]);
  });
});

describe('the clocks', () => {
  test('of a queued job do not run', () => {
    aggregator.adopt(job);
    now = 1e9;
    expect([aggregator.expired(), aggregator.nextExpiryInMs(), aggregator.idleMs(jobId)]).toEqual([[], null, null]);
  });

  test('start at the dispatch, however long the job has waited', () => {
    aggregator.adopt(job);
    now = 5_000_000;
    observe(started);
    expect(aggregator.nextExpiryInMs()).toBe(60_000);
    now += 60_000;
    expect(aggregator.expired()).toEqual([{ jobId, clock: 'start' }]);
    expect(aggregator.nextExpiryInMs()).toBe(0);
  });

  test('26 minutes of work with progress every 61 s survive the defaults', () => {
    run();
    while (now < 26 * 60_000) {
      now += 61_000;
      expect(aggregator.expired()).toEqual([]);
      observe(progressed({ kind: 'streamed' }));
    }
    expect(aggregator.idleMs(jobId)).toBe(0);
  });

  test('do not take retries and notices for progress', () => {
    run();
    for (now = 0; now < 600_000; now += 10_000) {
      observe(progressed({ kind: 'retrying', message: 'Reconnecting' }, { kind: 'noticed', message: 'x' }));
    }
    expect(aggregator.idleMs(jobId)).toBe(600_000);
    expect(aggregator.expired()).toEqual([{ jobId, clock: 'idle' }]);
  });

  test('let a silent command run until the deadline, and start the idle clock when it ends', () => {
    run();
    observe(progressed(begun));
    now = 1_799_999;
    expect(aggregator.expired()).toEqual([]);
    observe(progressed(done));
    expect(aggregator.expiryOf(jobId)).toEqual({ clock: 'hard', atMs: 1_800_000 });
    now = 1_800_000;
    expect(aggregator.expired()).toEqual([{ jobId, clock: 'hard' }]);
  });

  test('run idle while an item other than a command is open', () => {
    run();
    observe(progressed({ ...begun, phase: 'running', command: false }));
    now = 600_000;
    expect(aggregator.expired()).toEqual([{ jobId, clock: 'idle' }]);
  });

  test('leave a job that was asked to stop the stuck clock, from the first asking', () => {
    run();
    now = 100;
    observe(stopping);
    now = 5_000;
    observe(stopping, progressed({ kind: 'streamed' }));
    expect(aggregator.expiryOf(jobId)).toEqual({ clock: 'stuck', atMs: 10_100 });
  });

  test('of a stored job that is taken on count from now, in the state that its record says', () => {
    const context = { at: minute(1), source: 'x' };
    const running = reduce(runningJob(), turnStarted, context);
    now = 700_000;
    aggregator.adopt(running);
    expect(aggregator.expiryOf(running.id)).toEqual({ clock: 'idle', atMs: 1_300_000 });
    const stopped = reduce(running, stopping, context);
    aggregator.adopt(stopped);
    expect(aggregator.expiryOf(running.id)).toEqual({ clock: 'stuck', atMs: 710_000 });
  });

  test('of a job whose start was missed count from when that was noticed', () => {
    aggregator.adopt(job);
    now = 5_000_000;
    aggregator.adopt({ ...runningJob(), id: jobId });
    expect(aggregator.expiryOf(jobId)).toEqual({ clock: 'start', atMs: 5_060_000 });
  });
});
