import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MIN_JUMP_MS, watchWallClock } from '../../src/broker/wall-clock.ts';

let jumps: number[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'hrtime', 'setInterval', 'clearInterval'] });
  jumps = [];
  stop = watchWallClock((byMs) => void jumps.push(byMs));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('a clock that goes on as it should is no jump', () => {
  vi.advanceTimersByTime(3_600_000);
  expect(jumps).toEqual([]);
});

test.each([7_200_000, -7_200_000, MIN_JUMP_MS])('a jump by %s ms is told once, by how much', (byMs) => {
  vi.setSystemTime(Date.now() + byMs);
  vi.advanceTimersByTime(10_000);
  expect(jumps).toEqual([byMs]);
});

test('a clock that is corrected little by little never jumps', () => {
  for (let step = 0; step < 20; step += 1) {
    vi.setSystemTime(Date.now() + MIN_JUMP_MS - 1);
    vi.advanceTimersByTime(1_000);
  }
  expect(jumps).toEqual([]);
});

test('once stopped it looks no more', () => {
  stop();
  vi.setSystemTime(Date.now() + 7_200_000);
  vi.advanceTimersByTime(10_000);
  expect(jumps).toEqual([]);
});
