import { describe, expect, test } from 'vitest';
import type { JobEvent } from '../../src/contract/event.ts';
import type { Fact } from '../../src/contract/fact.ts';
import { isFinished, type JobRecord, type JobStatus, MAX_UNFINISHED_CHARS } from '../../src/contract/job.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';
import { self } from '../../src/status/liveness.ts';
import { MAX_DETAIL_CHARS, MAX_HISTORY, MAX_OPEN_ITEMS, reduce } from '../../src/status/reduce.ts';
import {
  MAX_CHILD_THREADS,
  MAX_COMMANDS,
  MAX_REASONING_SECTIONS,
  MAX_SECTION_CHARS,
  MAX_TOUCHED_FILES,
} from '../../src/status/work.ts';
import { GONE, minute, queuedJob, runningJob } from './jobs.ts';

const at = minute(5);
const context = { at, source: 'broker-9' };
const interruption = { attempted: true, confirmed: true };
const owner = { brokerKey: 'key2', brokerId: 'broker-9', codexHome: '/h', codexPath: '/c' };
const resolved = { model: 'm', effort: 'low', sandbox: 'read-only', approvalPolicy: 'never', codexVersion: '1' };

const queued = queuedJob();
const jobId = queued.id;
const running = { ...runningJob(), id: jobId };

const EVENTS: { readonly [T in JobEvent['type']]: Extract<JobEvent, { type: T }> } = {
  'job.queued': { type: 'job.queued', jobId, kind: 'task', title: 't', summary: 's' },
  'job.started': {
    type: 'job.started',
    title: 'Codex Task',
    jobId,
    deadlineAt: minute(35),
    broker: self(),
    appServer: GONE,
  },
  'job.threadReady': { type: 'job.threadReady', jobId, threadId: 'thread', resolved },
  'job.turnStarted': { type: 'job.turnStarted', jobId, turnId: 'turn' },
  'job.progressed': { type: 'job.progressed', jobId, facts: [{ kind: 'messageCompleted', text: 'half' }] },
  'job.asked': { type: 'job.asked', jobId, question: { id: 'q', what: 'a command', subject: 'ls', since: at } },
  'job.answered': { type: 'job.answered', jobId, questionId: 'q', decision: 'accept', by: 'user' },
  'job.stopping': { type: 'job.stopping', jobId, cause: 'cancel' },
  'job.adopted': { type: 'job.adopted', jobId, owner },
  'job.retrying': {
    type: 'job.retrying',
    jobId,
    reason: 'broker_lost',
    message: 'gone',
    attempt: 2,
    of: 3,
    retryAt: minute(9),
  },
  'job.completed': { type: 'job.completed', jobId, finalMessage: 'done' },
  'job.failed': { type: 'job.failed', jobId, reason: 'turn_failed', message: 'no', interruption },
  'job.cancelled': { type: 'job.cancelled', jobId, by: 'user', interruption },
};

const RECORDS: Readonly<Record<JobStatus, JobRecord>> = {
  queued,
  running,
  completed: reduce(running, EVENTS['job.completed'], context),
  failed: reduce(running, EVENTS['job.failed'], context),
  cancelled: reduce(running, EVENTS['job.cancelled'], context),
};

/** Which events change a job that is not over, and into what. Whatever is missing changes nothing. */
const CHANGES: Readonly<Partial<Record<JobStatus, Partial<Record<JobEvent['type'], JobStatus>>>>> = {
  queued: {
    'job.started': 'running',
    'job.adopted': 'queued',
    'job.failed': 'failed',
    'job.cancelled': 'cancelled',
  },
  running: {
    'job.threadReady': 'running',
    'job.turnStarted': 'running',
    'job.progressed': 'running',
    'job.asked': 'running',
    'job.stopping': 'running',
    'job.retrying': 'queued',
    'job.completed': 'completed',
    'job.failed': 'failed',
    'job.cancelled': 'cancelled',
  },
};

const pairs = Object.values(RECORDS).flatMap((record) =>
  Object.values(EVENTS).map((event) => ({ record, event, to: CHANGES[record.status]?.[event.type] ?? null })),
);

describe('every state with every event', () => {
  test.each(pairs)('$record.status, $event.type: $to', ({ record, event, to }) => {
    const before = JSON.stringify(record);
    const after = reduce(record, event, context);
    expect(JSON.stringify(record)).toBe(before);
    if (to === null) {
      expect(after).toBe(record);
      return;
    }
    expect(after).toMatchObject({ status: to, rev: record.rev + 1, updatedAt: at, lastEventAt: at });
  });

  test('covers all five states and all thirteen events', () => {
    expect(pairs).toHaveLength(65);
  });

  test.each(pairs.filter(({ to, event }) => to !== null && event.type !== 'job.progressed'))(
    '$record.status, $event.type is kept in the history with its source',
    ({ record, event }) => {
      const { history } = reduce(record, event, context);
      expect(history).toHaveLength(record.history.length + 1);
      expect(history.at(-1)).toMatchObject({ at, event: event.type.replace('job.', ''), source: 'broker-9' });
    },
  );
});

describe('terminal is final', () => {
  test.each([
    ['cancelled', 'job.completed'],
    ['failed', 'job.completed'],
    ['completed', 'job.failed'],
    ['failed', 'job.progressed'],
  ] as const)('a job that is %s hears a late %s and is the same object', (status, type) => {
    expect(reduce(RECORDS[status], EVENTS[type], { at: minute(9), source: 'late' })).toBe(RECORDS[status]);
  });

  test.each(['completed', 'failed', 'cancelled'] as const)('a %s job has nothing of a running one', (status) => {
    const record = RECORDS[status];
    expect(isFinished(record)).toBe(true);
    for (const key of ['broker', 'appServer', 'stopping', 'deadlineAt']) expect(record).not.toHaveProperty(key);
    expect(record).toMatchObject({ completedAt: at, questions: [], startedAt: running.startedAt });
  });

  test('a job that ends while it waits never started', () => {
    expect(reduce(queued, EVENTS['job.cancelled'], context)).toMatchObject({ startedAt: null, phase: 'cancelled' });
    expect(reduce(queued, EVENTS['job.failed'], context)).toMatchObject({ startedAt: null, reason: 'turn_failed' });
  });
});

describe('starting', () => {
  test('counts the attempt and names its witnesses', () => {
    expect(reduce(queued, EVENTS['job.started'], context)).toMatchObject({
      attempt: 1,
      phase: 'starting',
      startedAt: at,
      deadlineAt: minute(35),
      broker: self(),
      appServer: GONE,
      stopping: null,
      lastProgressAt: at,
    });
  });

  test('thread and turn are kept, and the turn’s start is progress', () => {
    const ready = reduce(running, EVENTS['job.threadReady'], context);
    expect(ready).toMatchObject({ threadId: 'thread', resolved, phase: 'starting' });
    expect(reduce(ready, EVENTS['job.turnStarted'], context)).toMatchObject({
      turnId: 'turn',
      phase: 'running',
      lastProgressAt: at,
    });
  });
});

describe('stopping', () => {
  const stopped = reduce(running, EVENTS['job.stopping'], context);

  test('keeps its first cause', () => {
    expect(stopped).toMatchObject({ stopping: { cause: 'cancel', at }, phase: 'cancelling' });
    const again = { ...EVENTS['job.stopping'], cause: 'idle_timeout' } as const;
    expect(reduce(stopped, again, { at: minute(6), source: 'x' })).toBe(stopped);
    expect(reduce(running, again, context)).toMatchObject({ phase: 'stopping' });
  });

  test('is the phase until the end, whatever still comes', () => {
    const late = reduce(stopped, EVENTS['job.turnStarted'], context);
    expect(late).toMatchObject({ turnId: 'turn', phase: 'cancelling' });
    const item = { kind: 'itemStarted', itemId: 'i', label: 'command: ls', phase: 'verifying', command: true } as const;
    expect(progressed(late, [item])).toMatchObject({ phase: 'cancelling', openItems: [{ itemId: 'i' }] });
  });
});

function progressed(record: JobRecord, facts: readonly Fact[]): JobRecord {
  return reduce(record, { type: 'job.progressed', jobId: record.id, facts: [...facts] }, context);
}

function itemStarted(itemId: string): Fact {
  return { kind: 'itemStarted', itemId, label: `command: ${itemId}`, phase: 'investigating', command: true };
}

describe('progress', () => {
  test('opens items and closes them by their id', () => {
    const open = progressed(running, [itemStarted('a'), itemStarted('b')]);
    expect(open).toMatchObject({ phase: 'investigating', openItems: [{ itemId: 'a', since: at }, { itemId: 'b' }] });
    const ends: Fact[] = [
      { kind: 'itemEnded', itemId: 'a', label: 'tool: a.b', status: 'failed' },
      { kind: 'commandCompleted', itemId: 'a', command: 'a', exitCode: 1, status: 'failed' },
      { kind: 'filesChanged', itemId: 'a', paths: ['a'], status: 'declined' },
    ];
    for (const end of ends) expect(progressed(open, [end]).openItems.map((item) => item.itemId)).toEqual(['b']);
  });

  test('adds up to the partial result', () => {
    const usage = { ...NO_TOKENS, totalTokens: 9, inputTokens: 5, outputTokens: 4 };
    const { work } = progressed(running, [
      { kind: 'messageCompleted', text: 'first' },
      { kind: 'messageCompleted', text: 'last' },
      { kind: 'reasoningCompleted', sections: ['r1', 'r2'] },
      { kind: 'commandCompleted', itemId: 'i', command: 'ls', exitCode: 1, status: 'failed' },
      { kind: 'filesChanged', itemId: 'i', paths: ['a', 'b'], status: 'completed' },
      { kind: 'filesChanged', itemId: 'i', paths: ['b', 'c'], status: 'completed' },
      { kind: 'filesChanged', itemId: 'i', paths: ['not written'], status: 'declined' },
      { kind: 'subAgentStarted', threadId: 'child', label: 'helper' },
      { kind: 'subAgentStarted', threadId: 'child', label: 'helper' },
      { kind: 'usageUpdated', usage },
      { kind: 'noticed', message: 'slow today' },
    ]);
    expect(work).toEqual({
      acted: true,
      lastMessage: 'last',
      unfinished: null,
      reasoningSummary: ['r1', 'r2'],
      touchedFiles: ['a', 'b', 'c'],
      commands: [{ command: 'ls', exitCode: 1 }],
      childThreadIds: ['child'],
      usage,
      earlierUsage: null,
      lastNotice: 'slow today',
      clockJumpMs: 0,
    });
  });

  test('that was cut off says what was open, and one that completed has nothing open', () => {
    const open = progressed(running, [itemStarted('a')]);
    const items = [{ itemId: 'a', label: 'command: a' }];
    expect(reduce(open, EVENTS['job.failed'], context)).toMatchObject({ openItems: items });
    expect(reduce(open, EVENTS['job.cancelled'], context)).toMatchObject({ openItems: items });
    expect(reduce(open, EVENTS['job.completed'], context)).toMatchObject({ openItems: [] });
  });

  test('a turn that has another name for an interrupt is known by that, and has started once', () => {
    const begun = reduce(running, EVENTS['job.turnStarted'], context);
    const renamed = reduce(
      begun,
      { ...EVENTS['job.progressed'], facts: [{ kind: 'turnRenamed', turnId: 'y' }] },
      context,
    );
    expect([renamed.turnId, renamed.history]).toEqual(['y', begun.history]);
  });

  test('a message is kept as far as it was streamed, until it ends or another one takes its place', () => {
    const words = (itemId: string, text: string): Fact => ({ kind: 'messageStreamed', itemId, text });
    const ended = (itemId: string): Fact => ({ kind: 'itemEnded', itemId, label: 'message', status: 'completed' });
    const speaking = progressed(running, [words('a', 'half '), words('a', 'an answer')]);

    expect(speaking.work.unfinished).toEqual({ itemId: 'a', text: 'half an answer' });
    expect(progressed(speaking, [ended('b')]).work.unfinished?.itemId).toBe('a');
    expect(progressed(speaking, [ended('a')]).work.unfinished).toBeNull();
    expect(progressed(speaking, [words('b', 'anew')]).work.unfinished).toEqual({ itemId: 'b', text: 'anew' });
    expect(reduce(speaking, EVENTS['job.failed'], context).work.unfinished?.text).toBe('half an answer');
    expect(reduce(speaking, EVENTS['job.completed'], context).work.unfinished).toBeNull();
  });

  test('of a message that never ends the beginning is kept, and no half of a character', () => {
    const piece = '\u{1f600}'.repeat(1_000);
    let endless = progressed(running, [{ kind: 'messageStreamed', itemId: 'a', text: '-' }]);
    for (let n = 0; n < 100; n += 1)
      endless = progressed(endless, [{ kind: 'messageStreamed', itemId: 'a', text: piece }]);
    expect(endless.work.unfinished?.text).toBe(`-${'\u{1f600}'.repeat((MAX_UNFINISHED_CHARS - 2) / 2)}`);
  });

  test.each(['retrying', 'errorReported', 'noticed'] as const)('%s is news but no progress', (kind) => {
    const after = progressed(running, [{ kind, message: 'Reconnecting' }]);
    expect(after).toMatchObject({ lastEventAt: at, lastProgressAt: running.lastProgressAt });
    expect(after.work.lastNotice).toBe('Reconnecting');
    expect(progressed(running, [{ kind, message: 'x' }, { kind: 'streamed' }]).lastProgressAt).toBe(at);
  });
});

describe('lists of a record are bounded', () => {
  const many = Array.from({ length: 3_000 }, (_, n) => String(n));

  test('the history keeps the last', () => {
    const after = many.reduce<JobRecord>(
      (record, turnId) => reduce(record, { type: 'job.turnStarted', jobId, turnId }, context),
      running,
    );
    expect(after.history).toHaveLength(MAX_HISTORY);
    expect(after.history.at(-1)?.detail).toBe('2999');
  });

  test.each([
    ['commands', MAX_COMMANDS, many.map((n): Fact => commandNumbered(n))],
    ['reasoningSummary', MAX_REASONING_SECTIONS, [{ kind: 'reasoningCompleted', sections: many }]],
    ['touchedFiles', MAX_TOUCHED_FILES, [{ kind: 'filesChanged', itemId: 'i', paths: many, status: 'completed' }]],
    ['childThreadIds', MAX_CHILD_THREADS, many.map((n): Fact => ({ kind: 'subAgentStarted', threadId: n, label: n }))],
  ] as const)('%s: %i', (list, limit, facts) => {
    expect(progressed(running, facts).work[list]).toHaveLength(limit);
  });

  test('a text of a list is cut where it is longer than anybody reads', () => {
    const long = 'x'.repeat(1_000_000);
    const { work } = progressed(running, [{ kind: 'reasoningCompleted', sections: [long, 'short'] }]);
    expect(work.reasoningSummary).toEqual(['x'.repeat(MAX_SECTION_CHARS), 'short']);
    const { history } = reduce(running, { type: 'job.cancelled', jobId, by: long, interruption: null }, context);
    expect(history.at(-1)?.detail).toHaveLength(MAX_DETAIL_CHARS);
  });

  test('open items that never end make room for new ones', () => {
    const { openItems } = progressed(running, many.map(itemStarted));
    expect(openItems).toHaveLength(MAX_OPEN_ITEMS);
    expect(openItems.at(-1)?.itemId).toBe('2999');
  });
});

function commandNumbered(command: string): Fact {
  return { kind: 'commandCompleted', itemId: 'i', command, exitCode: 0, status: 'completed' };
}

test('a question is open from when it is asked to when it is answered, once', () => {
  const asked = reduce(running, EVENTS['job.asked'], context);
  expect(asked.questions).toEqual([EVENTS['job.asked'].question]);
  const other = reduce(asked, { ...EVENTS['job.answered'], questionId: 'another' }, context);
  expect(other).toBe(asked);
  expect(reduce(asked, EVENTS['job.answered'], context).questions).toEqual([]);
  expect(reduce(asked, EVENTS['job.completed'], context).questions).toEqual([]);
});

describe('a job that is tried again', () => {
  test('waits as it was accepted, and says when and why; its next attempt has clocks and processes of its own', () => {
    const asked = { ...running, request: { ...running.request, resumeThreadId: 'old', retries: 2 } };
    const ready = reduce(asked, EVENTS['job.threadReady'], context);
    const spoke = reduce(reduce(ready, EVENTS['job.turnStarted'], context), EVENTS['job.progressed'], context);
    const waiting = reduce(spoke, EVENTS['job.retrying'], context);
    expect(waiting).toMatchObject({ status: 'queued', attempt: 1, threadId: null, turnId: null, resolved: null });
    expect(waiting).toMatchObject({ retryAt: minute(9), work: queued.work, openItems: [], lastProgressAt: null });
    for (const key of ['startedAt', 'deadlineAt', 'broker', 'appServer', 'stopping'])
      expect(waiting).not.toHaveProperty(key);
    expect(waiting.history.at(-1)).toMatchObject({
      event: 'retrying',
      detail: 'attempt 2 of 3 after broker_lost: gone',
    });

    const again = reduce(waiting, EVENTS['job.started'], context);
    expect(again).toMatchObject({ status: 'running', attempt: 2, startedAt: at, appServer: GONE });
    expect(again).not.toHaveProperty('retryAt');
    expect(again.history.at(-1)).toMatchObject({ event: 'started', detail: 'attempt 2' });
    const ended = reduce(waiting, EVENTS['job.cancelled'], context);
    expect(ended).not.toHaveProperty('retryAt');
  });

  test('has used what all of its attempts have used', () => {
    const used = (totalTokens: number): JobEvent => {
      const usage = { ...NO_TOKENS, totalTokens };
      return { type: 'job.progressed', jobId, facts: [{ kind: 'usageUpdated', usage }] };
    };
    const events = [used(5), used(7), EVENTS['job.retrying'], EVENTS['job.started'], used(1), used(4)];
    const totals: (number | undefined)[] = [];
    let job: JobRecord = { ...running, request: { ...running.request, retries: 2 } };
    for (const event of events) {
      job = reduce(job, event, context);
      totals.push(job.work.usage?.totalTokens);
    }
    expect(totals).toEqual([5, 7, 7, 7, 8, 11]);
  });

  test.each<[string, Fact, boolean]>([
    [
      'a thought',
      { kind: 'itemStarted', itemId: 'i', label: 'reasoning', phase: 'thinking', command: false, said: true },
      false,
    ],
    ['a message', { kind: 'messageCompleted', text: 'hm' }, false],
    ['a notice', { kind: 'retrying', message: 'later' }, false],
    ['a command', { kind: 'itemStarted', itemId: 'i', label: 'command: ls', phase: 'verifying', command: true }, true],
    ['a tool', { kind: 'itemStarted', itemId: 'i', label: 'tool: t', phase: 'running', command: false }, true],
    [
      'a command that ended',
      { kind: 'commandCompleted', itemId: 'i', command: 'ls', exitCode: 0, status: 'completed' },
      true,
    ],
    ['a file change that was declined', { kind: 'filesChanged', itemId: 'i', paths: ['a'], status: 'declined' }, true],
    ['a sub-agent', { kind: 'subAgentStarted', threadId: 'c', label: 'c' }, true],
  ])('after %s', (_what, fact, acted) => {
    expect(reduce(running, { type: 'job.progressed', jobId, facts: [fact] }, context).work.acted).toBe(acted);
  });
});
