import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fact } from '../../src/contract/fact.ts';
import { Fault } from '../../src/contract/fault.ts';

import { FATAL_GRACE_MS, STREAM_REPORT_MS, TurnFollower } from '../../src/workers/turn-follower.ts';
import { message, notices, ROOT, TURN } from '../codex/turn.ts';
import { linked, type Posted } from './broker-end.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'hrtime'] }));
afterEach(() => void vi.useRealTimers());

function follow() {
  const { link, taken } = linked();
  const turn = new TurnFollower(link, ROOT);
  return { turn, taken };
}

const DELTA = notices.delta('commandExecution/outputDelta');

describe('the end of a turn', () => {
  test('is its completion, and the last message is the answer', async () => {
    const { turn } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.itemCompleted(message('the answer')), notices.turnCompleted()]);
    await expect(turn.ended).resolves.toEqual({ status: 'completed', finalMessage: 'the answer' });
  });

  test('counts also when it was told before the answer to the start', async () => {
    const { turn } = follow();
    turn.onNotifications([notices.itemCompleted(message('quick')), notices.turnCompleted()]);
    turn.started({ id: TURN });
    await expect(turn.ended).resolves.toEqual({ status: 'completed', finalMessage: 'quick' });
  });

  test('is reported after everything that was done', async () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.itemCompleted(message('a')), notices.turnCompleted()]);
    expect(taken()).toMatchObject([
      { type: 'turnStarted', turnId: TURN },
      { type: 'facts', facts: [{ kind: 'itemEnded' }, { kind: 'messageCompleted', text: 'a' }] },
    ]);
    await turn.ended;
  });

  test('is the end of the app-server, unless it had ended before', async () => {
    const lost = follow().turn;
    lost.onAppServerGone(new Fault('app_server_exited', 'It was killed'));
    await expect(lost.ended).resolves.toEqual({
      status: 'failed',
      fault: { reason: 'app_server_exited', message: 'It was killed' },
    });
    const { turn } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.turnCompleted({ status: 'interrupted' })]);
    turn.onAppServerGone(new Fault('app_server_exited', 'too late'));
    await expect(turn.ended).resolves.toEqual({ status: 'interrupted' });
  });
});

describe('an error that is not retried', () => {
  const fatal = notices.error('no credits', false, {
    error: { message: 'no credits', codexErrorInfo: 'usageLimitExceeded' },
  });

  test('fails the turn when no completion follows within the grace', async () => {
    const { turn } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([fatal]);
    let over = false;
    void turn.ended.then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(FATAL_GRACE_MS - 1);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await expect(turn.ended).resolves.toEqual({
      status: 'failed',
      fault: { reason: 'usage_limit', message: 'no credits' },
    });
  });

  test('does not anticipate a completion within the grace, and leaves no timer', async () => {
    const { turn } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([fatal]);
    await vi.advanceTimersByTimeAsync(FATAL_GRACE_MS - 1);
    turn.onNotifications([notices.itemCompleted(message('after all')), notices.turnCompleted()]);
    await expect(turn.ended).resolves.toEqual({ status: 'completed', finalMessage: 'after all' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of a retry arms nothing', () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.error('Reconnecting', true)]);
    expect(vi.getTimerCount()).toBe(0);
    expect(taken().at(-1)).toEqual({ type: 'facts', facts: [{ kind: 'retrying', message: 'Reconnecting' }] });
  });
});

describe('reports', () => {
  test('name a turn once, however often it is told', () => {
    const { turn, taken } = follow();
    turn.onNotifications([notices.turnStarted()]);
    turn.started({ id: TURN });
    turn.onNotifications([notices.turnStarted()]);
    expect(taken()).toEqual([{ type: 'turnStarted', turnId: TURN }]);
  });

  test('name the turn that an interrupt must name, as soon as it is known', () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.turnStarted({ id: 'turn-2', rootTurnId: TURN })]);
    expect(taken()).toEqual([
      { type: 'turnStarted', turnId: TURN },
      { type: 'facts', facts: [{ kind: 'turnRenamed', turnId: 'turn-2' }] },
    ]);
  });

  test('of a stream are few, but often enough for the idle clock', async () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    for (let n = 0; n < 100; n += 1) {
      turn.onNotifications([DELTA, DELTA]);
      await vi.advanceTimersByTimeAsync(10);
    }
    const streamed = taken().filter(({ type }) => type === 'facts');
    expect(streamed).toHaveLength(1_000 / STREAM_REPORT_MS + 1);
    expect(streamed[0]).toEqual({ type: 'facts', facts: [{ kind: 'streamed' }] });
  });

  test('of a message that is written have all of its words, in few pieces, at the latest with the end', async () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    taken();
    const words = Array.from({ length: 20_000 }, (_, n) => `${n} `);
    for (const word of words) {
      turn.onNotifications([notices.says('m', word)]);
      await vi.advanceTimersByTimeAsync(0.1);
    }
    turn.onNotifications([notices.turnCompleted({ status: 'interrupted' })]);

    const facts = factsOf(taken());
    expect(facts.length).toBeLessThan(15);
    expect(facts.map((fact) => (fact.kind === 'messageStreamed' ? fact.text : '?')).join('')).toBe(words.join(''));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('tell what was streamed last, also when nothing follows', async () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.says('m', 'one ')]);
    turn.onNotifications([notices.says('m', 'two')]);
    taken();
    await vi.advanceTimersByTimeAsync(STREAM_REPORT_MS);
    expect(factsOf(taken())).toEqual([{ kind: 'messageStreamed', itemId: 'm', text: 'two' }]);
  });

  test.each<[string, (turn: TurnFollower) => void]>([
    ['the app-server is gone', (turn) => turn.onAppServerGone(new Fault('app_server_exited', 'killed'))],
    ['the turn ends', (turn) => turn.onNotifications([notices.turnCompleted({ status: 'failed' })])],
  ])('have the words of a message that is cut off when %s', (_why, end) => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.says('m', 'one ')]);
    turn.onNotifications([notices.says('m', 'two')]);
    end(turn);
    expect(factsOf(taken()).at(-1)).toEqual({ kind: 'messageStreamed', itemId: 'm', text: 'two' });
  });

  test('leave out the pieces of a message that has ended meanwhile', async () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    turn.onNotifications([notices.says('m-whole', 'wh')]);
    turn.onNotifications([notices.says('m-whole', 'ole'), notices.itemCompleted(message('whole'))]);
    await vi.advanceTimersByTimeAsync(STREAM_REPORT_MS);
    expect(factsOf(taken())).toMatchObject([
      { kind: 'messageStreamed', text: 'wh' },
      { kind: 'itemEnded' },
      { kind: 'messageCompleted', text: 'whole' },
      { kind: 'streamed' },
    ]);
  });

  test('leave out what belongs to other threads', () => {
    const { turn, taken } = follow();
    turn.started({ id: TURN });
    taken();
    turn.onNotifications([notices.itemCompleted(message('foreign'), 'other-thread'), { method: 'x/y', params: {} }]);
    expect(taken()).toEqual([]);
  });
});

function factsOf(messages: readonly Posted[]): Fact[] {
  return messages.flatMap((message) => (message.type === 'facts' ? message.facts : []));
}
