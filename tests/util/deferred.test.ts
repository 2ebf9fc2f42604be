import { expect, test } from 'vitest';
import { deferred } from '../../src/util/deferred.ts';

test('the first of several ends counts', async () => {
  const resolved = deferred<number>();
  resolved.resolve(1);
  resolved.resolve(2);
  resolved.reject(new Error('too late'));
  await expect(resolved.promise).resolves.toBe(1);
  const rejected = deferred<number>();
  rejected.reject(new Error('first'));
  rejected.resolve(1);
  await expect(rejected.promise).rejects.toThrow('first');
});
