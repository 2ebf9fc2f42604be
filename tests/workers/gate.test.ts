import { describe, expect, test } from 'vitest';
import { Gate, type GateEntry } from '../../src/workers/gate.ts';

function gateOf(limit: number, ...entries: readonly GateEntry[]): Gate<GateEntry> {
  const gate = new Gate(limit);
  for (const entry of entries) gate.enqueue(entry);
  return gate;
}

function entry(id: string, ...lanes: string[]): GateEntry {
  return { id, lanes };
}

function claimAll(gate: Gate<GateEntry>): string[] {
  const ids: string[] = [];
  for (let next = gate.claim(); next !== null; next = gate.claim()) ids.push(next.id);
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
