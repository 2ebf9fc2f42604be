import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Redraw } from '../../src/terminal/redraw.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('draws soon, then at most every so often, and the last request is not lost', () => {
  let drawn = 0;
  const redraw = new Redraw(() => {
    drawn += 1;
  }, 100);
  redraw.request();
  vi.advanceTimersByTime(0);
  expect(drawn).toBe(1);

  for (let ms = 0; ms < 1_000; ms += 10) {
    redraw.request();
    vi.advanceTimersByTime(10);
  }
  expect(drawn).toBe(11);

  redraw.request();
  vi.advanceTimersByTime(10_000);
  expect(drawn).toBe(12);
});

test('once stopped it draws no more', () => {
  let drawn = 0;
  const redraw = new Redraw(() => {
    drawn += 1;
  }, 100);
  redraw.request();
  redraw.stop();
  redraw.request();
  redraw.now();
  vi.advanceTimersByTime(1_000);
  expect(drawn).toBe(0);
});
