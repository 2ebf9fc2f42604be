import { expect, test } from 'vitest';
import { HeldLines } from '../../src/cli/held-lines.ts';
import { deferred } from '../../src/util/deferred.ts';

test('lines wait while somebody else has the terminal, and then come in order', async () => {
  const said: string[] = [];
  const lines = new HeldLines((line) => said.push(line));
  const [first, second] = [deferred<void>(), deferred<void>()];

  lines.say('before');
  const holds = [lines.holdDuring(first.promise), lines.holdDuring(second.promise)];
  lines.say('one');
  first.reject(new Error('nobody answered'));
  await holds[0];
  lines.say('two');
  expect(said).toEqual(['before']);
  second.resolve();
  await holds[1];
  lines.say('after');

  expect(said).toEqual(['before', 'one', 'two', 'after']);
});
