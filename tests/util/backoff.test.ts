import { expect, test } from 'vitest';
import { backoff } from '../../src/util/backoff.ts';

test('delays double up to the longest, each with up to a quarter taken off', () => {
  const delays = backoff(100, 1_000);
  for (const full of [100, 200, 400, 800, 1_000, 1_000]) {
    const { value } = delays.next();
    expect(value).toBeGreaterThanOrEqual(full * 0.75);
    expect(value).toBeLessThanOrEqual(full);
  }
});
