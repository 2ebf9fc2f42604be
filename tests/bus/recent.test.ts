import { expect, it } from 'vitest';
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
  for (const seq of range(1, MAX_RECENT_EVENTS + 50)) recent.push(envelope(seq), 100);
  expect(recent.firstSeq).toBe(51);
  expect(recent.after(0, '')).toHaveLength(MAX_RECENT_EVENTS);
  expect(recent.after(MAX_RECENT_EVENTS + 45, '').map(({ seq }) => seq)).toEqual(range(1046, 1050));
  expect(recent.after(MAX_RECENT_EVENTS + 45, `job.${JOB_A}`).map(({ seq }) => seq)).toEqual([1047, 1049]);
});

it('recent events are bounded in bytes too', () => {
  const recent = new RecentEvents();
  for (const seq of range(1, 20)) recent.push(envelope(seq), MAX_RECENT_BYTES / 8);
  expect(recent.after(0, '').map(({ seq }) => seq)).toEqual(range(13, 20));
});
