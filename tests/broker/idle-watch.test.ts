import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleWatch } from '../../src/broker/idle-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch(idleMs: number) {
  const state = { busy: false, idle: 0 };
  const idleWatch = new IdleWatch(
    idleMs,
    () => state.busy,
    () => {
      state.idle += 1;
    },
  );
  return { state, idleWatch };
}

test('after the time without any use it says so, once', () => {
  const { state, idleWatch } = watch(100);
  idleWatch.touch();
  vi.advanceTimersByTime(99);
  expect(state.idle).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(state.idle).toBe(1);
});

test('every use starts the time anew', () => {
  const { state, idleWatch } = watch(100);
  for (let n = 0; n < 10; n += 1) {
    idleWatch.touch();
    vi.advanceTimersByTime(99);
  }
  expect(state.idle).toBe(0);
});

test('while it is busy no time runs, and none has run when that ends', () => {
  const { state, idleWatch } = watch(100);
  idleWatch.touch();
  state.busy = true;
  vi.advanceTimersByTime(1_000);
  idleWatch.touch();
  expect(vi.getTimerCount()).toBe(0);
  state.busy = false;
  idleWatch.touch();
  vi.advanceTimersByTime(99);
  expect(state.idle).toBe(0);
  vi.advanceTimersByTime(1);
  expect(state.idle).toBe(1);
});

test('0 turns it off, and once stopped it stays so', () => {
  const off = watch(0);
  off.idleWatch.touch();
  const stopped = watch(100);
  stopped.idleWatch.touch();
  stopped.idleWatch.stop();
  stopped.idleWatch.touch();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([0, 60_000])('in a hurry it does not wait for the time of %i ms, only for what makes it busy', (idleMs) => {
  const { state, idleWatch } = watch(idleMs);
  state.busy = true;
  idleWatch.hurry(10);
  vi.advanceTimersByTime(1_000);
  expect(state.idle).toBe(0);
  state.busy = false;
  idleWatch.touch();
  vi.advanceTimersByTime(10);
  expect(state.idle).toBe(1);
});
