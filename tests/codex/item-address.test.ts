import { expect, test } from 'vitest';
import { HANDLERS } from '../../src/codex/fold.ts';
import { ITEM_METHODS, itemThreadOf } from '../../src/codex/item-address.ts';

const COMMAND = { type: 'commandExecution', id: 'c', command: 'ls', aggregatedOutput: 'a\n"b"', exitCode: 0 };

function line(method: string, params: object, more: object = { emittedAtMs: 1_795_611_113_543 }): string {
  return JSON.stringify({ method, params, ...more });
}

test.each([
  ['behind the item', line('item/started', { item: COMMAND, threadId: 't', turnId: 'u', startedAtMs: 1 })],
  [
    'behind it, with more',
    line('item/completed', { item: COMMAND, threadId: 't', turnId: 'u', contentTokenCount: null, completedAtMs: 1 }),
  ],
  ['behind it, without the time', line('item/started', { item: COMMAND, threadId: 't', turnId: 'u' }, {})],
  ['in front', line('item/agentMessage/delta', { threadId: 't', turnId: 'u', itemId: 'm', delta: '","threadId":"x"' })],
  [
    'behind an item that has one of its own',
    line('item/started', {
      item: { type: 'mcpToolCall', id: 'm', arguments: { a: {}, threadId: 'x', turnId: 'y' } },
      threadId: 't',
      turnId: 'u',
    }),
  ],
  [
    'behind an item whose text looks like one',
    line('item/completed', {
      item: { type: 'agentMessage', id: 'm', text: '"},"threadId":"x","turnId":"y"}}' },
      threadId: 't',
      turnId: 'u',
    }),
  ],
])('the thread of a line is known when it stands %s', (_where, text) => {
  expect(itemThreadOf(text)).toBe('t');
});

test.each([
  ['another message', line('turn/completed', { threadId: 't', turn: { id: 'u' } })],
  ['a question', line('item/commandExecution/requestApproval', { threadId: 't', turnId: 'u' }, { id: 1 })],
  ['an answer', JSON.stringify({ id: 1, result: { threadId: 't', turnId: 'u' } })],
  [
    'an item without an address',
    line('item/started', { item: { ...COMMAND, nested: { threadId: 't', turnId: 'u' } } }),
  ],
  ['an address with an escape', line('item/started', { item: COMMAND, threadId: 'a"b', turnId: 'u' })],
  ['an address in front with an escape', line('item/plan/delta', { threadId: 'a"b', turnId: 'u' })],
  [
    'something with a structure behind it',
    line('item/started', { item: COMMAND, threadId: 't', turnId: 'u', more: {} }),
  ],
  ['another order of the fields', JSON.stringify({ params: { threadId: 't', turnId: 'u' }, method: 'item/started' })],
  ['nothing', ''],
])('it is not said of %s: that has to be parsed', (_what, text) => {
  expect(itemThreadOf(text)).toBeNull();
});

test('only of what is about items of a turn, and is folded by its thread', () => {
  expect(ITEM_METHODS.filter((method) => !(method in HANDLERS))).toEqual([]);
  expect(ITEM_METHODS.filter((method) => !method.startsWith('item/'))).toEqual([]);
});
