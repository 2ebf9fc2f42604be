import { describe, expect, test } from 'vitest';
import type { Notification } from '../../src/codex/fold.ts';
import { MAX_METERED_THREADS, TokenMeter } from '../../src/codex/token-meter.ts';
import { NO_TOKENS } from '../../src/contract/usage.ts';

/** A thread's counter after so many calls of the model, each of 10 tokens. */
function told(calls: number, turnId: string, threadId = 'root'): Notification {
  const tokens = (count: number) => ({
    ...NO_TOKENS,
    totalTokens: count * 10,
    inputTokens: count * 8,
    outputTokens: count * 2,
  });
  const tokenUsage = { total: tokens(calls), last: tokens(1), modelContextWindow: null };
  return { method: 'thread/tokenUsage/updated', params: { threadId, turnId, tokenUsage } };
}

function begun(id: string, threadId = 'root', rootTurnId = id): Notification {
  return { method: 'turn/started', params: { threadId, turn: { id, rootTurnId, items: [], status: 'inProgress' } } };
}

/** The tokens that each notification is worth. */
function read(meter: TokenMeter, ...notifications: readonly Notification[]): (number | null)[] {
  return notifications.map((notification) => meter.read(notification)?.totalTokens ?? null);
}

const ROWS: readonly [what: string, notifications: readonly Notification[], tokens: readonly (number | null)[]][] = [
  ['each call of a new thread', [begun('t1'), told(1, 't1'), told(2, 't1')], [null, 10, 10]],
  ['a second turn of the same thread', [begun('t1'), told(1, 't1'), begun('t2'), told(3, 't2')], [null, 10, null, 20]],
  [
    'a resumed thread, which is told of anew before its turn',
    [told(7, 'of yesterday'), begun('t1'), told(8, 't1')],
    [null, null, 10],
  ],
  ['a resumed thread that nobody told of before', [begun('t1'), told(8, 't1')], [null, 10]],
  [
    'what somebody else has used between two turns of ours',
    [begun('t1'), told(1, 't1'), told(90, 'theirs'), begun('t2'), told(91, 't2')],
    [null, 10, null, null, 10],
  ],
  ['figures that are told again after a refused call', [begun('t1'), told(1, 't1'), told(1, 't1')], [null, 10, null]],
  ['a turn that has two ids, by either', [begun('y', 'root', 'x'), told(1, 'x'), told(2, 'y')], [null, 10, 10]],
  [
    'threads of sub-agents, each by itself',
    [
      begun('t1'),
      told(1, 't1'),
      begun('c1', 'child', 't1'),
      told(1, 'c1', 'child'),
      told(2, 't1'),
      told(2, 'c1', 'child'),
    ],
    [null, 10, null, 10, 10, 10],
  ],
  [
    'a counter that went back: nothing, and from there on',
    [begun('t1'), told(5, 't1'), told(1, 't1'), told(2, 't1')],
    [null, 10, null, 10],
  ],
];

test.each(ROWS)('counts %s', (_what, notifications, tokens) => {
  expect(read(new TokenMeter(), ...notifications)).toEqual(tokens);
});

describe('what cannot be read', () => {
  const usage = (text: string): Notification => ({ method: 'thread/tokenUsage/updated', params: JSON.parse(text) });

  test.each([
    [
      'a number that no record could say again',
      '{"threadId":"root","turnId":"t1","tokenUsage":{"total":{"totalTokens":1e999}}}',
    ],
    ['no figures', '{"threadId":"root","turnId":"t1"}'],
    ['nothing', 'null'],
  ])('counts for nothing: %s', (_what, text) => {
    const meter = new TokenMeter();
    expect(read(meter, begun('t1'), usage(text), told(1, 't1'))).toEqual([null, null, 10]);
    expect(read(meter, { method: 'turn/started', params: {} }, told(2, 't1'))).toEqual([null, 10]);
  });

  test('a turn without a name has no tokens', () => {
    const { params } = told(1, '');
    const nameless = { method: 'thread/tokenUsage/updated', params: { ...Object(params), turnId: null } };
    expect(read(new TokenMeter(), nameless, begun('t1'), told(2, 't1'))).toEqual([null, null, 10]);
  });

  test('a version that does not tell of cached tokens has none', () => {
    const total = { totalTokens: 12, inputTokens: 10, outputTokens: 2 };
    const meter = new TokenMeter();
    meter.read(begun('t1'));
    const params = { threadId: 'root', turnId: 't1', tokenUsage: { total, last: total } };
    expect(meter.read({ method: 'thread/tokenUsage/updated', params })).toEqual({ ...NO_TOKENS, ...total });
  });
});

test('of any number of threads the last ones are remembered', () => {
  const meter = new TokenMeter();
  read(meter, begun('t1', 'first'), told(5, 't1', 'first'));
  for (let n = 0; n < MAX_METERED_THREADS; n += 1) read(meter, begun('t', `thread-${n}`));
  // Its counter is gone: what it has now is known to hold its last call.
  expect(read(meter, begun('t2', 'first'), told(9, 't2', 'first'))).toEqual([null, 10]);
});
