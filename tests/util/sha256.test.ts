import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../src/util/sha256.ts';

function byNode(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

test('a digest is the one that Node has, around the ends of a block and for any text', () => {
  for (let length = 0; length <= 200; length += 1)
    expect(sha256Hex('a'.repeat(length))).toBe(byNode('a'.repeat(length)));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256Hex(text) === byNode(text)));
});
