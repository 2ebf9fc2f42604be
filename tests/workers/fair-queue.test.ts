import { describe, expect, test } from 'vitest';
import { FairQueue, type Queued } from '../../src/workers/fair-queue.ts';

/** `a1` is an entry of the session `a`; `-1` one of nobody's. */
function entryOf(id: string): Queued {
  const session = id.replace(/\d+$/u, '');
  return { id, session: session === '-' ? null : session };
}

function queueOf(...ids: readonly string[]): FairQueue<Queued> {
  const queue = new FairQueue<Queued>();
  for (const id of ids) queue.push(entryOf(id));
  return queue;
}

function orderOf(queue: FairQueue<Queued>): string {
  return queue.entries.map(({ id }) => id).join(' ');
}

function serve(queue: FairQueue<Queued>, count = 1): string {
  const served = Array.from({ length: count }, () => queue.serve(queue.entries[0]?.id ?? '')?.id ?? 'nobody');
  return served.join(' ');
}

describe('the order of turns', () => {
  test.each([
    ['one session: as they came', 'a1 a2 a3', 'a1 a2 a3'],
    ['two sessions: in turn', 'a1 a2 a3 b1 b2', 'a1 b1 a2 b2 a3'],
    ['the one of a later session: after the first of each before it', 'a1 a2 b1 b2 c1', 'a1 b1 c1 a2 b2'],
    ['shells without a session: as one of the sessions', '-1 -2 -3 a1 -4', '-1 a1 -2 -3 -4'],
    ['nobody', '', ''],
  ])('%s', (_what, came, goes) => {
    const ids = came.split(' ').filter((id) => id !== '');
    const queue = queueOf(...ids);
    expect(orderOf(queue)).toBe(goes);
    expect(serve(queue, ids.length)).toBe(goes);
    expect(queue.entries).toEqual([]);
  });

  test('a hundred of one session hold up the only one of another for one turn', () => {
    const queue = queueOf(...Array.from({ length: 100 }, (_, n) => `a${n}`));
    serve(queue, 10);
    queue.push(entryOf('b1'));
    expect(queue.positionOf('b1')).toBe(1);
    queue.push(entryOf('b2'));
    expect(queue.positionOf('b2')).toBe(3);
  });

  test('a session that comes back at once after its turn takes the next round', () => {
    const queue = queueOf('a1', 'a2', 'a3', 'b1');
    expect(serve(queue, 2)).toBe('a1 b1');
    queue.push(entryOf('b2'));
    expect(serve(queue, 3)).toBe('a2 b2 a3');
  });

  test('a session that was away for long has no credit', () => {
    const queue = queueOf('a1', 'a2', 'a3', 'a4', 'b1');
    serve(queue, 4);
    for (const id of ['b2', 'b3', 'b4']) queue.push(entryOf(id));
    expect(orderOf(queue)).toBe('b2 a4 b3 b4');
  });
});

describe('an entry that is served out of turn', () => {
  test('leaves the turns of the others as they were', () => {
    const queue = queueOf('a1', 'a2', 'b1', 'b2');
    expect(queue.serve('b2')?.id).toBe('b2');
    expect(orderOf(queue)).toBe('a1 b1 a2');
  });
});

describe('withdrawing', () => {
  test('moves up those of the same session that came later', () => {
    const queue = queueOf('a1', 'a2', 'a3', 'b1', 'b2');
    expect(queue.withdraw('a1')?.id).toBe('a1');
    expect(orderOf(queue)).toBe('b1 a2 b2 a3');
  });

  test('all of a session leaves no debt behind', () => {
    const queue = queueOf('a1', 'a2', 'a3', 'b1', 'b2');
    for (const id of ['a1', 'a2', 'a3']) queue.withdraw(id);
    queue.push(entryOf('a4'));
    expect(orderOf(queue)).toBe('b1 a4 b2');
  });

  test('what is not there gives nothing', () => {
    const queue = queueOf('a1');
    expect([queue.withdraw('x'), queue.serve('x'), queue.positionOf('x')]).toEqual([null, null, null]);
  });
});
