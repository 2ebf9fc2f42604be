import { expect, test } from 'vitest';
import { MAX_UNREAD_CHARS, ThreadFeed } from '../../src/broker/thread-feed.ts';
import type { ToThread } from '../../src/workers/port.ts';

const HALF = ' '.repeat(MAX_UNREAD_CHARS / 2);

function fed() {
  const posted: string[] = [];
  const told: string[] = [];
  const feed = new ThreadFeed({
    post: (message: ToThread) => {
      if (message.type === 'notifications') posted.push(message.lines.map((line) => line.trim()).join('+'));
    },
    onBehind: () => told.push('behind'),
  });
  return { feed, posted, told };
}

test('a thread that reads may be handed any number of characters', () => {
  const { feed, posted, told } = fed();
  for (let n = 0; n < 10; n += 1) {
    feed.handOn([`n${n}${HALF}`, `m${HALF}`]);
    feed.onRead();
  }
  expect(posted).toHaveLength(10);
  expect(told).toEqual([]);
});

test('a thread that does not is given up when too much waits for it, once, and nothing more is kept for it', () => {
  const { feed, posted, told } = fed();
  feed.handOn([HALF.slice(1), 'a']);
  feed.handOn([HALF.slice(1), 'b']);
  feed.onRead();
  feed.handOn([HALF.slice(1), 'c']);
  expect(told).toEqual([]);
  feed.handOn(['d']);
  feed.handOn(['e']);
  expect(posted).toEqual(['+a', '+b', '+c']);
  expect(told).toEqual(['behind']);
});
