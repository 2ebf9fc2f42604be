import { expect, test } from 'vitest';
import { Tail } from '../../src/util/tail.ts';

test('a short text is kept whole', () => {
  const tail = new Tail(10);
  tail.push(Buffer.from('ab'));
  tail.push(Buffer.from('cd'));
  expect(tail.toString()).toBe('abcd');
});

test.each([1, 3, 7, 1000])('of a long text the last bytes are kept, in pieces of %i', (size) => {
  const text = Array.from({ length: 1000 }, (_, n) => String(n % 10)).join('');
  const tail = new Tail(25);
  for (let at = 0; at < text.length; at += size) tail.push(Buffer.from(text.slice(at, at + size)));
  expect(tail.toString()).toBe(text.slice(-25));
  tail.push(Buffer.from('end'));
  expect(tail.toString()).toBe(`${text}end`.slice(-25));
});
