import { expect, test } from 'vitest';
import { type BusEvent, type Envelope, EVENT_VERSION } from '../../src/contract/event.ts';
import { readEnvelope } from '../../src/contract/read-envelope.ts';

const jobId = 'task-000000000-00000000';
const numbers = { brokerId: 'broker-1', seq: 7, streamSeq: 3 };

function envelopeOf(event: BusEvent): Envelope {
  return { v: EVENT_VERSION, ...numbers, at: '2026-01-02T03:04:05.678Z', log: null, event };
}

const streamed = { kind: 'streamed' } as const;
const progress = envelopeOf({ type: 'job.progressed', jobId, facts: [streamed] });
const end = envelopeOf({ type: 'job.completed', jobId, finalMessage: 'done' });

test.each<[string, object, Envelope]>([
  ['as it was written', end, end],
  ['with more fields, without them', { ...end, later: 1, event: { ...end.event, later: [2] } }, end],
  [
    'with more in a fact, without it',
    { ...progress, event: { ...progress.event, facts: [{ ...streamed, later: 1 }] } },
    progress,
  ],
  [
    'with a fact of an unknown kind, without it',
    { ...progress, event: { ...progress.event, facts: [{ kind: 'dreamed', of: 'sheep' }, streamed] } },
    progress,
  ],
  [
    'with nothing but such facts, with none',
    { ...progress, event: { ...progress.event, facts: [{ kind: 'dreamed' }] } },
    envelopeOf({ type: 'job.progressed', jobId, facts: [] }),
  ],
])('an envelope of another version is read: %s', (_what, data, envelope) => {
  expect(readEnvelope(data)).toEqual({ ok: true, envelope });
});

test.each<[string, object]>([
  ['of a job', { type: 'job.dreamed', jobId }],
  ['of something else', { type: 'dream.began', of: { sheep: 3 } }],
  ['with facts of its own', { type: 'job.dreamed', facts: [{ kind: 'dreamed' }] }],
])('an event of an unknown type %s keeps its numbers', (_what, event) => {
  expect(readEnvelope({ ...end, event })).toEqual({ ok: false, why: 'unknownEvent', at: numbers });
});

test.each<[string, unknown, 'malformed' | 'unknownVersion']>([
  ['an envelope of another version', { ...end, v: EVENT_VERSION + 1 }, 'unknownVersion'],
  ['another version of anything', { v: 99 }, 'unknownVersion'],
  ['a known event without its fields', { ...end, event: { type: 'job.completed' } }, 'malformed'],
  [
    'a known fact without its fields',
    { ...progress, event: { ...progress.event, facts: [{ kind: 'noticed' }] } },
    'malformed',
  ],
  ['a fact that is none', { ...progress, event: { ...progress.event, facts: ['noticed'] } }, 'malformed'],
  ['an unknown event without a number', { ...end, seq: 'x', event: { type: 'job.dreamed' } }, 'malformed'],
  ['an envelope without an event', { ...end, event: null }, 'malformed'],
  ['nothing', undefined, 'malformed'],
  ['a list', [], 'malformed'],
])('%s is told apart', (_what, data, why) => {
  expect(readEnvelope(data)).toEqual({ ok: false, why });
});
