import { expect, test } from 'vitest';
import { clipped, fitted, folded } from '../../src/terminal/text.ts';

test.each([
  ['plain words', 11, 'plain words'],
  ['plain words', 10, 'plain wor…'],
  ['plain words', 1, '…'],
  ['plain words', 0, ''],
  ['plain words', -1, ''],
  ['日本語', 6, '日本語'],
  ['日本語', 5, '日本…'],
  ['日本語', 4, '日…'],
  ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
  ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ['!㉐!', 3, '!…'],
])('%j in %d cells', (text, columns, expected) => {
  expect(clipped(text, columns)).toBe(expected);
});

test('of a path the end stays', () => {
  expect(clipped('/home/ada/src/parser', 10, 'start')).toBe('…rc/parser');
});

test.each([
  ['ab', 'left', 'ab  '],
  ['ab', 'right', '  ab'],
  ['日本語', 'left', '日… '],
] as const)('%j in exactly four cells, %s', (text, align, expected) => {
  expect(fitted(text, 4, align)).toBe(expected);
});

test.each([
  ['', ['']],
  ['one two three', ['one two ', 'three']],
  ['unbroken-word', ['unbroken', '-word']],
  ['unbroken word', ['unbroken', 'word']],
  ['  set  in', ['  set  ', 'in']],
  ['a\tb', ['a    b']],
  ['\u001b[2Jx\u0007\r', ['x']],
  ['a\u2028b', ['a b']],
])('%j in lines of eight cells', (line, lines) => {
  expect(folded(line, 8)).toEqual(lines);
});
