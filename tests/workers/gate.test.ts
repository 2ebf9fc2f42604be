import { describe, expect, test } from 'vitest';
import { Gate, type GateEntry, type GateLimits } from '../../src/workers/gate.ts';

function gateOf(limit: number, ...entries: readonly GateEntry[]): Gate<GateEntry> {
  return gateWith({ ordinary: limit, express: 1 }, ...entries);
}

function gateWith(limits: GateLimits, ...entries: readonly GateEntry[]): Gate<GateEntry> {
  const gate = new Gate(limits);
  for (const entry of entries) gate.enqueue(entry);
  return gate;
}

function entry(id: string, ...lanes: string[]): GateEntry {
  return { id, session: null, lanes };
}

function express(id: string, ...lanes: string[]): GateEntry {
  return { id, session: null, lanes, express: true };
}

function claimAll(gate: Gate<GateEntry>): string[] {
  const ids: string[] = [];
  for (let next = gate.claim(); next !== null; next = gate.claim()) ids.push(next.id);
  return ids;
}

/** Through a gate that lets several in, each released before the next is claimed. */
function oneByOne(gate: Gate<GateEntry>): string[] {
  const ids: string[] = [];
  for (let next = gate.claim(); next !== null; next = gate.claim()) {
    ids.push(next.id);
    gate.release(next.id);
  }
  return ids;
}

describe('the order', () => {
  test('is first in, first out, up to the limit', () => {
    const gate = gateOf(2, entry('a'), entry('b'), entry('c'), entry('d'));
    expect(claimAll(gate)).toEqual(['a', 'b']);
    expect([gate.running, gate.waiting.map(({ id }) => id)]).toEqual([2, ['c', 'd']]);
    gate.release('b');
    expect(claimAll(gate)).toEqual(['c']);
    gate.release('a');
    gate.release('c');
    expect(claimAll(gate)).toEqual(['d']);
  });

  test('holds for a hundred entries through a gate of one', () => {
    const ids = Array.from({ length: 100 }, (_, n) => String(n));
    const gate = gateOf(1, ...ids.map((id) => entry(id)));
    const seen = ids.map(() => {
      const claimed = gate.claim();
      gate.release(claimed?.id ?? '');
      return claimed?.id;
    });
    expect(seen).toEqual(ids);
  });
});

describe('a lane', () => {
  test('is for one at a time; later entries of other lanes pass', () => {
    const gate = gateOf(8, entry('w1', 'write'), entry('w2', 'write'), entry('r1'), entry('w3', 'write'), entry('r2'));
    expect(claimAll(gate)).toEqual(['w1', 'r1', 'r2']);
    gate.release('w1');
    expect(claimAll(gate)).toEqual(['w2']);
    gate.release('w2');
    expect(claimAll(gate)).toEqual(['w3']);
  });

  test('keeps its order also behind an entry that waits for another lane', () => {
    const gate = gateOf(8, entry('a', 'write'), entry('b', 'write', 'thread'), entry('c', 'thread'), entry('d'));
    expect(claimAll(gate)).toEqual(['a', 'd']);
    gate.release('a');
    expect(claimAll(gate)).toEqual(['b']);
    gate.release('b');
    expect(claimAll(gate)).toEqual(['c']);
  });

  test('is free again when its entry was withdrawn', () => {
    const gate = gateOf(8, entry('a', 'x'), entry('b', 'x', 'y'), entry('c', 'y'));
    expect(claimAll(gate)).toEqual(['a']);
    gate.withdraw('b');
    expect(claimAll(gate)).toEqual(['c']);
  });
});

describe('an express entry', () => {
  test('passes those that wait for an ordinary place', () => {
    const gate = gateOf(1, entry('long'), entry('next'), express('urgent'));
    expect(claimAll(gate)).toEqual(['long', 'urgent']);
    gate.release('long');
    expect(claimAll(gate)).toEqual(['next']);
  });

  test('takes no ordinary place, and an ordinary entry none of its', () => {
    const gate = gateWith({ ordinary: 2, express: 2 }, express('e1'), express('e2'), express('e3'), entry('a'));
    expect(claimAll(gate)).toEqual(['e1', 'e2', 'a']);
    gate.enqueue(entry('b'));
    gate.enqueue(entry('c'));
    expect(claimAll(gate)).toEqual(['b']);
    gate.release('e1');
    expect(claimAll(gate)).toEqual(['e3']);
  });

  test('keeps to its lane, also behind an ordinary entry that waits for a place', () => {
    const gate = gateOf(1, entry('long'), entry('write', 'tree'), express('urgent', 'tree'));
    expect(claimAll(gate)).toEqual(['long']);
    gate.release('long');
    expect(claimAll(gate)).toEqual(['write']);
    gate.release('write');
    expect(claimAll(gate)).toEqual(['urgent']);
  });
});

describe('sessions', () => {
  const of = (session: string | null, id: string, ...lanes: string[]): GateEntry => ({ id, session, lanes });

  test('take turns among the writers of one tree, too', () => {
    const many = ['a1', 'a2', 'a3', 'a4'].map((id) => of('a', id, 'tree'));
    const gate = gateOf(8, ...many, of('b', 'b1', 'tree'));
    expect(oneByOne(gate)).toEqual(['a1', 'b1', 'a2', 'a3', 'a4']);
  });

  test('with an entry that waits for its lane are served by their next one', () => {
    const gate = gateOf(2, of('b', 'b1', 'tree'), of('b', 'b2', 'tree'), of('a', 'a1'), of('a', 'a2'), of('b', 'b3'));
    expect(claimAll(gate)).toEqual(['b1', 'a1']);
    gate.release('a1');
    expect(claimAll(gate)).toEqual(['a2']);
    gate.release('a2');
    expect(claimAll(gate)).toEqual(['b3']);
  });

  test('do not change who has a lane first: a later turn is not let in before an earlier one', () => {
    const gate = gateOf(8, of('a', 'a1', 'tree'), of('b', 'b1', 'tree'), of('c', 'c1', 'tree'));
    expect(claimAll(gate)).toEqual(['a1']);
    gate.enqueue(of('d', 'd1', 'tree'));
    gate.release('a1');
    expect(claimAll(gate)).toEqual(['b1']);
  });
});

describe('an entry that is not admitted', () => {
  test('lets later ones pass, but none of its lane, and is asked again at the next claim', () => {
    const gate = gateOf(8, entry('a', 'tree'), entry('b', 'tree'), entry('c'));
    expect(gate.claim(({ lanes }) => lanes.length === 0)?.id).toBe('c');
    expect(gate.claim(({ lanes }) => lanes.length === 0)).toBeNull();
    expect(claimAll(gate)).toEqual(['a']);
  });

  test('is not even asked about without a place or a lane', () => {
    const asked: string[] = [];
    const gate = gateOf(2, entry('a', 'tree'), entry('b', 'tree'), entry('c'), entry('d'));
    for (let n = 0; n < 3; n += 1) gate.claim(({ id }) => asked.push(id) > 0);
    expect(asked).toEqual(['a', 'c']);
  });
});

test('an entry says who has its lane: first those inside, then those before it', () => {
  const gate = gateOf(8, entry('a', 'tree'), entry('b', 'tree', 'thread'), entry('c', 'thread'), entry('d', 'other'));
  expect(gate.claim()?.id).toBe('a');
  const blocked = (id: string) => {
    const found = gate.blockedBy(id);
    return found === null ? null : [found.by.id, found.lane];
  };
  expect(['a', 'b', 'c', 'd', 'x'].map(blocked)).toEqual([null, ['a', 'tree'], ['b', 'thread'], null, null]);
});

describe('withdrawing and claiming', () => {
  test('exactly one of them gets the entry', () => {
    const withdrawn = gateOf(1, entry('a'));
    expect([withdrawn.withdraw('a')?.id, withdrawn.claim()]).toEqual(['a', null]);
    const claimed = gateOf(1, entry('a'));
    expect([claimed.claim()?.id, claimed.withdraw('a')]).toEqual(['a', null]);
  });

  test('twice gives nothing the second time', () => {
    const gate = gateOf(2, entry('a'));
    expect([gate.withdraw('a')?.id, gate.withdraw('a'), gate.withdraw('never')]).toEqual(['a', null, null]);
    expect([gate.running, gate.waiting]).toEqual([0, []]);
  });

  test('releasing what was never claimed frees no place', () => {
    const gate = gateOf(1, entry('a'), entry('b'));
    gate.claim();
    gate.release('b');
    expect(gate.claim()).toBeNull();
  });
});

test('the next in line is number 1, who runs has no number', () => {
  const gate = gateOf(1, entry('a'), entry('b'), entry('c'));
  gate.claim();
  expect(['a', 'b', 'c', 'd'].map((id) => gate.positionOf(id))).toEqual([null, 1, 2, null]);
});
