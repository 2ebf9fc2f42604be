import { expect, test } from 'vitest';
import { threadIdOf } from '../../src/codex/notifications.ts';

test.each([
  [{ threadId: 't' }, 't'],
  [{ thread: { id: 't' } }, 't'],
  [{ threadId: 't', thread: { id: 'u' } }, 't'],
  [{ threadId: 7, thread: { id: 'u' } }, 'u'],
  [{ thread: { id: 7 } }, null],
  [{ thread: null }, null],
  [{}, null],
  [null, null],
  [undefined, null],
  ['t', null],
])('the thread of %j is %j', (params, threadId) => {
  expect(threadIdOf(params)).toBe(threadId);
});
