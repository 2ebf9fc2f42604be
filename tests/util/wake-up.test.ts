import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WakeUp } from '../../src/util/wake-up.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the earliest wish counts, and one wake-up serves them all', () => {
  const wake = vi.fn();
  const wakeUp = new WakeUp(wake);
  wakeUp.in(300);
  wakeUp.in(100);
  wakeUp.in(200);
  vi.advanceTimersByTime(99);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(wake).toHaveBeenCalledTimes(1);
});

test('whoever is woken may wish again', () => {
  let wakes = 0;
  const wakeUp = new WakeUp(() => {
    wakes += 1;
    if (wakes < 3) wakeUp.in(10);
  });
  wakeUp.in(10);
  vi.advanceTimersByTime(30);
  expect(wakes).toBe(3);
  expect(vi.getTimerCount()).toBe(0);
});

test('once cancelled it wakes nobody', () => {
  const wake = vi.fn();
  const wakeUp = new WakeUp(wake);
  wakeUp.in(10);
  wakeUp.cancel();
  vi.advanceTimersByTime(100);
  expect(wake).not.toHaveBeenCalled();
});
