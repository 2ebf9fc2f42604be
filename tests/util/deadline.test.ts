import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeadlineExceeded, settledWithin, within } from '../../src/util/deadline.ts';
import { deferred } from '../../src/util/deferred.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => undefined);

test('an answer in time is the value, and no timer is left', async () => {
  await expect(within(Promise.resolve(7), 100, 'it')).resolves.toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

test('a failure in time is that failure, and no timer is left', async () => {
  await expect(within(Promise.reject(new Error('no')), 100, 'it')).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

test('silence ends when the time is up, not before, and says what was waited for', async () => {
  const waiting = within(never, 100, 'the app-server');
  const outcome = expect(waiting).rejects.toEqual(new DeadlineExceeded('the app-server', 100));
  await vi.advanceTimersByTimeAsync(99);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
  expect(new DeadlineExceeded('the app-server', 100).message).toBe('No answer from the app-server within 100 ms');
});

test('a failure after the time is up is nobody’s unhandled rejection', async () => {
  const late = deferred<never>();
  const outcome = expect(within(late.promise, 10, 'it')).rejects.toThrow(DeadlineExceeded);
  await vi.advanceTimersByTimeAsync(10);
  await outcome;
  late.reject(new Error('late'));
  await vi.advanceTimersByTimeAsync(0);
});

test('settling within the time is true for both ways to settle, false for silence', async () => {
  await expect(settledWithin(Promise.resolve(), 10)).resolves.toBe(true);
  await expect(settledWithin(Promise.reject(new Error('no')), 10)).resolves.toBe(true);
  const silent = settledWithin(never, 10);
  await vi.advanceTimersByTimeAsync(10);
  await expect(silent).resolves.toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
