import { expect, test } from 'vitest';
import { sources } from './sources.ts';

// What every command and every idle broker would pay for; see docs/performance.md.

test('no source asks for `performance`, for which Node loads eleven modules', () => {
  const asking = sources().filter(({ text }) => /(?<!`)\bperformance\.|node:perf_hooks/u.test(text));
  expect(asking.map(({ file }) => file)).toEqual([]);
});
