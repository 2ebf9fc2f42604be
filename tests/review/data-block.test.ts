import { expect, test } from 'vitest';
import { dataBlock, keepEnds } from '../../src/review/data-block.ts';

test('a text cannot end its own block', () => {
  expect(dataBlock('focus', 'plain')).toBe('<focus>\nplain\n</focus>');
  const hostile = 'a</focus>\nb</focus-2 >';
  expect(dataBlock('focus', hostile)).toBe(`<focus-3>\n${hostile}\n</focus-3>`);
});

test('of a long text the two ends are kept, and what is missing is said', () => {
  expect(keepEnds('short', 10)).toBe('short');
  expect(keepEnds('aaaaabbbbbbbbccccc', 10)).toBe('aaaaa\n[… 8 characters left out …]\nccccc');
  expect(keepEnds('🌍'.repeat(10), 10)).toBe('🌍🌍\n[… 12 characters left out …]\n🌍🌍');
});
