import { randomBytes } from 'node:crypto';
import { Packr } from 'msgpackr/pack';
import { describe, expect, it } from 'vitest';
import { decodeEnvelope, decodeSync, encodeEnvelope, encodeSync, MAX_MESSAGE_BYTES } from '../../src/bus/frame.ts';
import type { BusEvent, Envelope } from '../../src/contract/event.ts';
import { MAX_FACTS_BYTES, readFacts, writeFacts } from '../../src/contract/fact-text.ts';
import { BROKER_ID, completed, DRAINING, JOB_A, progressed } from './support.ts';

const foreign = new Packr({ useRecords: false });

function envelopeOf(event: BusEvent): Envelope {
  return { v: 1, brokerId: BROKER_ID, seq: 7, streamSeq: 3, at: '2026-01-02T03:04:05.678Z', log: null, event };
}

function received(envelope: Envelope): readonly Buffer[] {
  const [topic, body] = encodeEnvelope(envelope);
  return [Buffer.from(topic), body];
}

function foreignFrames(body: unknown): readonly Buffer[] {
  return [Buffer.from(`job.${JOB_A}.dreamed.`), foreign.pack(body)];
}

function progressFrames(facts: string): readonly Buffer[] {
  return foreignFrames({
    ...envelopeOf(DRAINING),
    event: { type: 'job.progressed', jobId: JOB_A, facts: Buffer.from(facts) },
  });
}

describe('an envelope', () => {
  it.each([
    ['progress', progressed(JOB_A, 'Grüße 👋')],
    ['an end', completed(JOB_A)],
    ['a broker event', DRAINING],
  ])('with %s arrives as it was sent', (_, event) => {
    const envelope = { ...envelopeOf(event), log: { start: 10, end: 20 } };
    expect(decodeEnvelope(received(envelope))).toEqual({ ok: true, envelope });
  });

  it('carries the facts of a turn as the text that they were read from', () => {
    const text = '[ {"kind":"noticed", "message":"working"} ]';
    const event = { type: 'job.progressed', jobId: JOB_A, facts: readFacts(text) } as const;
    const [, body] = encodeEnvelope(envelopeOf(event));
    expect(foreign.unpack(body).event.facts.toString()).toBe(text);
    expect(decodeEnvelope(received(envelopeOf(event)))).toEqual({ ok: true, envelope: envelopeOf(event) });
  });

  it('that is short enough is published as it is', () => {
    const envelope = envelopeOf(completed(JOB_A, 'x'.repeat(65_000)));
    expect(decodeEnvelope(received(envelope))).toEqual({ ok: true, envelope });
  });

  it('with as many facts as one list may have is published as it is', () => {
    const many = Array.from({ length: 2_000 }, () => ({ kind: 'noticed', message: '漢字 "and" more' }) as const);
    const [full = ''] = writeFacts(many);
    const envelope = envelopeOf({ type: 'job.progressed', jobId: JOB_A, facts: readFacts(full) });
    expect(Buffer.byteLength(full)).toBeGreaterThan(MAX_FACTS_BYTES - 100);
    expect(decodeEnvelope(received(envelope))).toEqual({ ok: true, envelope });
  });

  it.each<[string, BusEvent]>([
    ['one text', completed(JOB_A, '漢'.repeat(2_000_000))],
    [
      'many facts',
      {
        type: 'job.progressed',
        jobId: JOB_A,
        facts: Array.from({ length: 5_000 }, (_, index) => ({
          kind: 'reasoningCompleted' as const,
          sections: [`${index}`, '漢'.repeat(500)],
        })),
      },
    ],
    [
      'the longest facts that there are',
      {
        type: 'job.progressed',
        jobId: JOB_A,
        facts: Array.from({ length: 50 }, () => ({
          kind: 'reasoningCompleted' as const,
          sections: Array.from({ length: 50 }, () => '漢'.repeat(10_000)),
        })),
      },
    ],
    [
      'long facts with long lists',
      {
        type: 'job.progressed',
        jobId: JOB_A,
        facts: Array.from({ length: 200 }, () => ({
          kind: 'filesChanged' as const,
          itemId: 'f',
          status: 'completed' as const,
          paths: Array.from({ length: 200 }, () => '漢'.repeat(300)),
        })),
      },
    ],
  ])('that is too long because of %s is published with marked cuts, and fits', (_, event) => {
    const envelope = envelopeOf(event);
    const frames = received(envelope);
    expect(frames[1]?.length).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
    const decoded = decodeEnvelope(frames);
    expect(decoded).toMatchObject({ ok: true, envelope: { ...envelope, event: { type: event.type, jobId: JOB_A } } });
    expect(JSON.stringify(decoded)).toMatch(/… \[\d+ more/u);
    expect(envelope.event).toBe(event);
  });

  it('is never cut between the halves of a character', () => {
    const envelope = envelopeOf(completed(JOB_A, `x${'👋'.repeat(600_000)}`));
    expect(JSON.stringify(decodeEnvelope(received(envelope)))).not.toMatch(/\\ud[89ab]/u);
  });
});

describe('what arrives', () => {
  it('of a later version is told apart from garbage', () => {
    expect(decodeEnvelope(foreignFrames({ v: 2, news: true }))).toEqual({ ok: false, why: 'unknownVersion' });
    const event = { type: 'job.progressed', facts: Buffer.from('not JSON any more') };
    expect(decodeEnvelope(foreignFrames({ v: 2, event }))).toEqual({ ok: false, why: 'unknownVersion' });
  });

  it('of an event that this version does not know keeps its position', () => {
    const body = { ...envelopeOf(DRAINING), event: { type: 'job.dreamed', jobId: JOB_A, of: 'sheep' } };
    expect(decodeEnvelope(foreignFrames(body))).toEqual({
      ok: false,
      why: 'unknownEvent',
      position: { brokerId: BROKER_ID, stream: `job.${JOB_A}`, seq: 7, streamSeq: 3 },
    });
  });

  it('with more fields than this version knows is read without them', () => {
    const envelope = envelopeOf(completed(JOB_A));
    const body = { ...envelope, tomorrow: 1, event: { ...envelope.event, tomorrow: 2 } };
    expect(decodeEnvelope(foreignFrames(body))).toEqual({ ok: true, envelope });
  });

  it('with a fact that this version does not know is read without it', () => {
    const envelope = envelopeOf(progressed(JOB_A));
    const facts = [
      { kind: 'dreamed', of: 'sheep' },
      { kind: 'noticed', message: 'working' },
    ];
    const body = { ...envelope, event: { ...envelope.event, facts: Buffer.from(JSON.stringify(facts)) } };
    expect(decodeEnvelope(foreignFrames(body))).toEqual({ ok: true, envelope });
  });

  const whole = received(envelopeOf(completed(JOB_A)));
  it.each<[string, readonly Buffer[]]>([
    ['no frames', []],
    ['one frame', whole.slice(0, 1)],
    ['three frames', [...whole, Buffer.alloc(1)]],
    ['an empty body', [Buffer.from('x'), Buffer.alloc(0)]],
    ['a body cut short', [Buffer.from('x'), Buffer.from(whole[1] ?? '').subarray(0, -5)]],
    ['a body of the forbidden byte', [Buffer.from('x'), Buffer.from([0xc1])]],
    ['an event without its fields', foreignFrames({ ...envelopeOf(DRAINING), event: { type: 'job.failed' } })],
    ['no event at all', foreignFrames({ ...envelopeOf(DRAINING), event: 5 })],
    ['facts that are no JSON', progressFrames('[{')],
    ['facts that are no list', progressFrames('5')],
    ['a list of four thousand million', [Buffer.from('x'), Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff])]],
    ['more than the longest body', [Buffer.from('x'), Buffer.alloc(MAX_MESSAGE_BYTES + 1)]],
  ])('as %s is malformed', (_, frames) => {
    expect(decodeEnvelope(frames)).toEqual({ ok: false, why: 'malformed' });
  });

  it('as random bytes never throws and never passes', () => {
    for (let round = 0; round < 5_000; round += 1) {
      expect(decodeEnvelope([randomBytes(8), randomBytes(round % 200)]).ok).toBe(false);
    }
  });
});

describe('the answer to a handshake', () => {
  it('carries the position of every stream that was asked for', () => {
    const sync = { v: 1, brokerId: BROKER_ID, seq: 9, streams: { broker: 2, [`job.${JOB_A}`]: 7 } } as const;
    expect(decodeSync(encodeSync('sync:a:*', sync)[1])).toEqual(sync);
  });

  it('of another version is not understood', () => {
    expect(decodeSync(foreign.pack({ v: 2, brokerId: BROKER_ID, seq: 9, streams: {} }))).toBeUndefined();
    expect(decodeSync(undefined)).toBeUndefined();
  });
});
