import { expect, test } from 'vitest';
import { deferred } from '../../src/util/deferred.ts';
import { Teardown } from '../../src/util/teardown.ts';

test('what was opened last is closed first, each one when the one before it is closed', async () => {
  const closed: string[] = [];
  const gate = deferred<void>();
  const teardown = new Teardown();
  teardown.add('first', () => void closed.push('first'));
  teardown.add('second', async () => {
    await gate.promise;
    closed.push('second');
  });
  const running = teardown.run();
  expect(closed).toEqual([]);
  gate.resolve();
  await running;
  expect(closed).toEqual(['second', 'first']);
});

test('running twice closes nothing twice, and both wait for the end', async () => {
  let count = 0;
  const teardown = new Teardown();
  teardown.add('it', () => {
    count += 1;
  });
  await Promise.all([teardown.run(), teardown.run()]);
  await teardown.run();
  expect(count).toBe(1);
});

test('a closer that fails, at once or later, is reported by name and stops none of the others', async () => {
  const closed: string[] = [];
  const errors: unknown[] = [];
  const teardown = new Teardown((what, error) => errors.push([what, String(error)]));
  teardown.add('last', () => void closed.push('last'));
  teardown.add('rejecting', () => Promise.reject(new Error('later')));
  teardown.add('throwing', () => {
    throw new Error('at once');
  });
  await teardown.run();
  expect(closed).toEqual(['last']);
  expect(errors).toEqual([
    ['throwing', 'Error: at once'],
    ['rejecting', 'Error: later'],
  ]);
});

test('what is opened after the end is closed as well', async () => {
  const closed: string[] = [];
  const teardown = new Teardown();
  await teardown.run();
  teardown.add('late', () => void closed.push('late'));
  await teardown.run();
  expect(closed).toEqual(['late']);
});
