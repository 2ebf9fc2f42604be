import { expect, test } from 'vitest';
import { sentence } from '../../src/cli/sentence.ts';

test.each([
  ['as it is', 'Cannot find "x" (look again)', 'Cannot find "x" (look again)'],
  ['on one line', 'Cannot find\n"a\r\nb"\n', 'Cannot find "a b"'],
  ['without terminal controls', 'Cannot find "\u001b[31mx\u0007"', 'Cannot find "x"'],
])('a sentence comes %s', (_how, text, expected) => {
  expect(sentence(text)).toBe(expected);
});

test('of a sentence that quotes too much, the beginning and the end stay', () => {
  const cut = sentence(`Cannot find "${'👍'.repeat(100_000)}" (look again)`);
  expect(cut.length).toBeLessThanOrEqual(2_001);
  expect(cut).toMatch(/^Cannot find "👍+… 👍+" \(look again\)$/u);
});
