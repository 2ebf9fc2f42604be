import path from 'node:path';
import { expect, test } from 'vitest';
import { within } from '../../src/util/within.ts';

test('what lies in a folder has the path that Node would give it', () => {
  for (const folder of ['a', path.resolve('a'), path.resolve('a', 'b c')])
    expect(within(folder, 'n.json')).toBe(path.join(folder, 'n.json'));
});
