import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Housekeeping } from '../../src/broker/housekeeping.ts';
import { JobStore } from '../../src/status/store.ts';
import { completedJob, minute } from '../status/jobs.ts';
import { eventually } from '../support/eventually.ts';
import { tempDir } from '../support/temp.ts';

const HOUR_MS = 3_600_000;

function place(isHeld = true) {
  const store = JobStore.open(path.join(tempDir(), 'workspace'));
  const logged: string[] = [];
  const housekeeping = new Housekeeping({
    store,
    settings: { keepJobs: 1, keepMs: 1 },
    isHeld: () => isHeld,
    log: (level, message) => void logged.push(`${level} ${message}`),
  });
  onTestFinished(() => housekeeping.stop());
  const add = (n: number) => store.write(completedJob(minute(n)), { durable: false });
  return { store, housekeeping, logged, add };
}

test('old jobs go at the first run, and it is said how many', async () => {
  const { store, housekeeping, logged, add } = place();
  for (const n of [1, 2, 3]) add(n);
  housekeeping.run();
  await vi.waitFor(() => expect(logged).toEqual(['info Removed 2 old jobs; 1 finished ones are kept']));
  expect(store.listFinished().map(({ completedAt }) => completedAt)).toEqual([minute(3)]);
});

test('it is looked at again after an hour, not sooner', async () => {
  vi.useFakeTimers({ toFake: ['hrtime'] });
  onTestFinished(() => void vi.useRealTimers());
  const { store, housekeeping, logged, add } = place();
  for (const n of [1, 2]) add(n);
  housekeeping.run();
  await eventually(() => logged.length === 1, { what: 'the first look', withinMs: 2_000 });
  for (const n of [3, 4]) add(n);
  vi.advanceTimersByTime(HOUR_MS - 1);
  housekeeping.run();
  expect(store.list()).toHaveLength(3);
  vi.advanceTimersByTime(1);
  housekeeping.run();
  await eventually(() => logged.length === 2, { what: 'the second look', withinMs: 2_000 });
  expect(store.list()).toHaveLength(1);
});

test('without the lock, or once it has been stopped, nothing is removed', async () => {
  const [lost, stopped] = [place(false), place()];
  await stopped.housekeeping.stop();
  for (const { store, housekeeping, add } of [lost, stopped]) {
    for (const n of [1, 2]) add(n);
    housekeeping.run();
    await housekeeping.stop();
    expect(store.list()).toHaveLength(2);
  }
});
