import { expect, test } from 'vitest';
import { FULL_MESSAGE_CHARS, MAX_UNREAD_CHARS, ThreadFeed } from '../../src/broker/thread-feed.ts';
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
    feed.handOn([`n${n}${HALF.slice(3)}`, `m${HALF.slice(1)}`]);
    feed.onRead();
    feed.onRead();
  }
  expect(posted).toHaveLength(20);
  expect(told).toEqual([]);
});

test('what comes while the thread reads waits, and goes together', () => {
  const { feed, posted } = fed();
  feed.handOn(['a', 'b']);
  feed.handOn(['c']);
  feed.handOn(['d']);
  expect(posted).toEqual(['a+b']);
  feed.onRead();
  expect(posted).toEqual(['a+b', 'c+d']);
  feed.onRead();
  feed.handOn(['e']);
  expect(posted).toEqual(['a+b', 'c+d', 'e']);
});

test('a message that is full takes no more lines', () => {
  const { feed, posted } = fed();
  feed.handOn(['first']);
  feed.handOn(['a', ' '.repeat(FULL_MESSAGE_CHARS), 'b']);
  feed.onRead();
  feed.onRead();
  expect(posted).toEqual(['first', 'a+', 'b']);
});

test('all that waits can be handed on at once', () => {
  const { feed, posted } = fed();
  feed.handOn(['a']);
  feed.handOn(['b', ' '.repeat(FULL_MESSAGE_CHARS), 'c']);
  feed.flush();
  expect(posted).toEqual(['a', 'b+', 'c']);
  feed.flush();
  expect(posted).toHaveLength(3);
});

test('a thread that does not read is given up when too much waits for it, once, and nothing more is kept for it', () => {
  const { feed, posted, told } = fed();
  feed.handOn([HALF]);
  feed.handOn([HALF.slice(1)]);
  expect(told).toEqual([]);
  feed.handOn(['de']);
  feed.handOn(['f']);
  expect(told).toEqual(['behind']);
  feed.onRead();
  feed.flush();
  expect(posted).toEqual(['']);
});
