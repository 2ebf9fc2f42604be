import { expect, test } from 'vitest';
import { timeoutSentence } from '../../../src/cli/render/job.ts';

test.each([
  [['a'], 'a has not ended within 50 ms; it goes on'],
  [['a', 'b'], 'a, b have not ended within 50 ms; they go on'],
])('of the jobs that were waited for in vain, each is named: %j', (ids, sentence) => {
  expect(timeoutSentence(ids, 50)).toBe(sentence);
});
