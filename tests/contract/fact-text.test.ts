import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/contract/fact.ts';
import { MAX_FACTS_BYTES, readFacts, textOfFacts, writeFacts } from '../../src/contract/fact-text.ts';

function noticed(message: string): Fact {
  return { kind: 'noticed', message };
}

function many(count: number, message: string): Fact[] {
  return Array.from({ length: count }, (_, n) => noticed(`${n} ${message}`));
}

describe('facts as text', () => {
  test('are one list where they fit', () => {
    expect(writeFacts(many(3, 'a'))).toEqual([JSON.stringify(many(3, 'a'))]);
    expect(writeFacts([])).toEqual(['[]']);
  });

  test.each([
    ['of one length', many(3_000, 'x'.repeat(100))],
    ['of more bytes than characters', many(400, '漢'.repeat(100))],
    ['with a giant at the beginning', [noticed('x'.repeat(1_000_000)), ...many(400, 'y')]],
    ['with a giant among them', [...many(400, 'x'), noticed('x'.repeat(1_000_000)), ...many(400, 'y')]],
    ['as long as a list may be', [noticed('x'.repeat(MAX_FACTS_BYTES - 33)), noticed('x')]],
  ])('%s are in order, in no more lists than it takes', (_, facts) => {
    const texts = writeFacts(facts);
    expect(texts.flatMap((text) => readFacts(text))).toEqual(facts);
    const sizes = texts.map((text) => Buffer.byteLength(text));
    for (const [n, size] of sizes.entries()) {
      if (readFacts(texts[n] ?? '').length > 1) expect(size).toBeLessThanOrEqual(MAX_FACTS_BYTES);
      // No two neighbours would have fitted into one.
      const next = sizes[n + 1];
      const first = readFacts(texts[n + 1] ?? '[]').slice(0, 1);
      if (next !== undefined)
        expect(size + Buffer.byteLength(JSON.stringify(first)) - 1).toBeGreaterThan(MAX_FACTS_BYTES);
    }
  });

  test('that were read are written as they were', () => {
    const text = '[ {"kind": "noticed","message":"a"} ]';
    expect(textOfFacts(readFacts(text))).toBe(text);
    expect(textOfFacts([...readFacts(text)])).toBe('[{"kind":"noticed","message":"a"}]');
  });
});
