import { expect, test } from 'vitest';
import { Bookmark } from '../../src/client/bookmark.ts';

test.each([5, 'kept', 'now'] as const)('what is read of the first broker is as was asked: after %j', (since) => {
  expect(new Bookmark(since).open('broker-a')).toBe(since);
});

test('a position counts for its broker; of any other, all events are new', () => {
  const position = { brokerId: 'broker-a', seq: 7 };
  expect(new Bookmark(position).open('broker-a')).toBe(7);
  expect(new Bookmark(position).open('broker-b')).toBe(0);
});

test('it moves along, and begins anew with the next broker', () => {
  const bookmark = new Bookmark('now');
  bookmark.open('broker-a');
  bookmark.move({ brokerId: 'broker-a', seq: 9 });

  expect(bookmark.open('broker-a')).toBe(9);
  expect(bookmark.open('broker-b')).toBe(0);
});

test('of a broker that somebody has waited for, everything is new', () => {
  const bookmark = new Bookmark(5);
  bookmark.wait();
  expect(bookmark.open('broker-a')).toBe(0);
});

test('one that was read and of which nothing came is read on as it was begun', () => {
  const bookmark = new Bookmark('now');
  bookmark.open('broker-a');
  bookmark.wait();
  expect(bookmark.open('broker-a')).toBe('now');
});

test('the end of a broker is told once', () => {
  const bookmark = new Bookmark({ brokerId: 'broker-a', seq: 7 });

  expect(bookmark.endedBefore('broker-a')).toBeNull();
  expect(bookmark.endedBefore('broker-b')).toBe('broker-a');
  expect(bookmark.endedBefore('broker-b')).toBeNull();

  bookmark.open('broker-b');
  expect([bookmark.end(), bookmark.end()]).toEqual(['broker-b', null]);
  // As it is found once more while it goes.
  bookmark.open('broker-b');
  expect(bookmark.end()).toBeNull();
  bookmark.open('broker-c');
  expect(bookmark.end()).toBe('broker-c');
});
