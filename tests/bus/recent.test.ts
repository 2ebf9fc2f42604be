import { expect, it } from 'vitest';
import { encodeEnvelope, type Frames } from '../../src/bus/frame.ts';
import { MAX_RECENT_BYTES, MAX_RECENT_EVENTS, RecentEvents } from '../../src/bus/recent.ts';
import type { Envelope } from '../../src/contract/event.ts';
import { BROKER_ID, DRAINING, JOB_A, progressed, range } from './support.ts';

function envelope(seq: number): Envelope {
  const event = seq % 2 === 0 ? DRAINING : progressed(JOB_A);
  return { v: 1, brokerId: BROKER_ID, seq, streamSeq: seq, at: '2026-01-02T03:04:05.678Z', log: null, event };
}

it('recent events are the last ones, by number and topic', () => {
  const recent = new RecentEvents();
  expect(recent.firstSeq).toBeUndefined();
  for (const seq of range(1, MAX_RECENT_EVENTS + 50)) recent.push(seq, encodeEnvelope(envelope(seq)));
  expect(recent.firstSeq).toBe(51);
  expect(recent.after(0, '')).toEqual(range(51, MAX_RECENT_EVENTS + 50).map(envelope));
  expect(recent.after(MAX_RECENT_EVENTS + 45, '').map(({ seq }) => seq)).toEqual(range(4046, 4050));
  expect(recent.after(MAX_RECENT_EVENTS + 45, `job.${JOB_A}`).map(({ seq }) => seq)).toEqual([4047, 4049]);
});

it('recent events are bounded in bytes too', () => {
  const recent = new RecentEvents();
  const text = 'x'.repeat(60_000);
  const frames = (seq: number): Frames => encodeEnvelope({ ...envelope(seq), event: progressed(JOB_A, text) });
  for (const seq of range(1, 200)) recent.push(seq, frames(seq));
  const kept = Math.floor(MAX_RECENT_BYTES / frames(1)[1].length);
  expect(recent.after(0, '').map(({ seq }) => seq)).toEqual(range(201 - kept, 200));
});
