import { expect, test } from 'vitest';
import { wrapped } from '../../src/terminal/wrapped.ts';

test.each([
  ['', ['']],
  ['one two three', ['one two', 'three']],
  ['a-word-of-many-letters', ['a-word-o', 'f-many-l', 'etters']],
  ['漢字漢字漢', ['漢字漢字', '漢']],
])('%j in lines of eight cells', (text, lines) => {
  expect(wrapped(text, 8)).toEqual(lines);
});
