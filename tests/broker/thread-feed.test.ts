import { expect, test } from 'vitest';
import { MAX_UNREAD_CHARS, ThreadFeed } from '../../src/broker/thread-feed.ts';
import type { ThreadNotification, ToThread } from '../../src/workers/port.ts';

const TOO_DEEP = 'deep';

function fed() {
  const posted: string[] = [];
  const told: string[] = [];
  const feed = new ThreadFeed({
    post: (message: ToThread) => {
      if (message.type !== 'notifications') return;
      const methods = message.list.map(({ method }) => method);
      if (methods.includes(TOO_DEEP)) throw new Error('cannot be cloned');
      posted.push(methods.join('+'));
    },
    onSkipped: (why) => told.push(why),
    onBehind: () => told.push('behind'),
  });
  return { feed, posted, told };
}

function list(...methods: string[]): ThreadNotification[] {
  return methods.map((method) => ({ method, params: {} }));
}

test('a thread that reads may be handed any number of characters', () => {
  const { feed, posted, told } = fed();
  for (let n = 0; n < 10; n += 1) {
    feed.handOn(list(`n${n}`), MAX_UNREAD_CHARS);
    feed.onRead();
  }
  expect(posted).toHaveLength(10);
  expect(told).toEqual([]);
});

test('a thread that does not is given up when too much waits for it, once, and nothing more is kept for it', () => {
  const { feed, posted, told } = fed();
  feed.handOn(list('a'), MAX_UNREAD_CHARS / 2);
  feed.handOn(list('b'), MAX_UNREAD_CHARS / 2);
  feed.onRead();
  feed.handOn(list('c'), MAX_UNREAD_CHARS / 2);
  expect(told).toEqual([]);
  feed.handOn(list('d'), 1);
  feed.handOn(list('e'), 1);
  expect(posted).toEqual(['a', 'b', 'c']);
  expect(told).toEqual(['behind']);
});

test('one notification that cannot be copied does not take the others along', () => {
  const { feed, posted, told } = fed();
  feed.handOn(list('a', TOO_DEEP, 'b'), 300);
  expect(posted).toEqual(['a', 'b']);
  expect(told).toEqual(['cannot be cloned']);
});
