import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type BusEvent,
  BusEventSchema,
  EnvelopeSchema,
  EVENT_VERSION,
  isJobEvent,
  streamOf,
} from '../../src/contract/event.ts';

const jobId = 'task-000000000-00000000';
const at = '2026-01-01T00:00:00.000Z';
const identity = { bootId: 'boot', pid: 4121, startTime: '1' };
const owner = { brokerKey: 'k', brokerId: 'broker-1', codexHome: '/h', codexPath: '/c' };
const resolved = { model: 'm', effort: null, sandbox: null, approvalPolicy: null, codexVersion: null };
const interruption = { attempted: true, confirmed: false };

/** One of each type; the compiler sees to it that none is missing. */
const EVENTS: { readonly [T in BusEvent['type']]: Extract<BusEvent, { type: T }> } = {
  'job.queued': { type: 'job.queued', jobId, kind: 'task', title: 't', summary: 's' },
  'job.started': {
    type: 'job.started',
    title: 'Codex Task',
    jobId,
    deadlineAt: at,
    broker: identity,
    appServer: identity,
  },
  'job.threadReady': { type: 'job.threadReady', jobId, threadId: 't', resolved },
  'job.turnStarted': { type: 'job.turnStarted', jobId, turnId: 'u' },
  'job.progressed': { type: 'job.progressed', jobId, facts: [{ kind: 'streamed' }] },
  'job.asked': { type: 'job.asked', jobId, question: { id: 'q', what: 'a command', subject: 'ls', since: at } },
  'job.answered': { type: 'job.answered', jobId, questionId: 'q', decision: 'accept', by: 'user' },
  'job.stopping': { type: 'job.stopping', jobId, cause: 'cancel' },
  'job.adopted': { type: 'job.adopted', jobId, owner },
  'job.retrying': {
    type: 'job.retrying',
    jobId,
    reason: 'broker_lost',
    message: 'm',
    attempt: 2,
    of: 3,
    retryAt: at,
  },
  'job.completed': { type: 'job.completed', jobId, finalMessage: '' },
  'job.failed': { type: 'job.failed', jobId, reason: 'internal', message: 'm', interruption },
  'job.cancelled': { type: 'job.cancelled', jobId, by: 'user', interruption: null },
  'broker.started': { type: 'broker.started', process: identity, version: '1', workspaceRoot: '/w' },
  'broker.draining': { type: 'broker.draining' },
  'broker.shuttingDown': {
    type: 'broker.shuttingDown',
    cause: 'idle',
    message: 'm',
    exitStatus: 0,
    successor: false,
  },
  'appServer.ready': { type: 'appServer.ready', process: identity, version: '1', startedInMs: 50 },
  'appServer.exited': { type: 'appServer.exited', code: null, signal: 'SIGKILL', stderrTail: '' },
  'appServer.unresponsive': { type: 'appServer.unresponsive', silentMs: 15_000 },
  'appServer.garbled': { type: 'appServer.garbled', lines: 1, sample: 'x' },
};

describe.each(Object.values(EVENTS))('$type', (event) => {
  test('travels in an envelope as it is', () => {
    const envelope = { v: EVENT_VERSION, brokerId: 'broker-1', seq: 1, streamSeq: 1, at, log: null, event };
    expect(v.parse(EnvelopeSchema, JSON.parse(JSON.stringify(envelope)))).toEqual(envelope);
  });

  test('belongs to the stream of its job, or to the broker’s', () => {
    expect(isJobEvent(event)).toBe('jobId' in event);
    expect(streamOf(event)).toBe('jobId' in event ? `job.${jobId}` : 'broker');
  });
});

test.each([
  ['of an unknown type', { type: 'job.exploded', jobId }],
  ['without its fields', { type: 'job.stopping', jobId }],
  ['whose job id is a path', { type: 'job.cancelled', jobId: '../x', interruption: null }],
  ['with a reason outside of the set', { ...EVENTS['job.failed'], reason: 'bad_luck' }],
])('an event %s is refused', (_what, event) => {
  expect(v.is(BusEventSchema, event)).toBe(false);
});

test('an envelope of another version is refused', () => {
  const envelope = { brokerId: 'b', seq: 1, streamSeq: 1, at, log: null, event: EVENTS['broker.draining'] };
  expect(v.is(EnvelopeSchema, { ...envelope, v: EVENT_VERSION })).toBe(true);
  expect(v.is(EnvelopeSchema, { ...envelope, v: EVENT_VERSION + 1 })).toBe(false);
});
