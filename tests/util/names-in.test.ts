import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { namesIn } from '../../src/util/names-in.ts';
import { tempDir } from '../support/temp.ts';

test('a directory has the names that are in it, and one that is not there has none', () => {
  const directory = tempDir();
  const file = path.join(directory, 'file');
  writeFileSync(file, '');
  mkdirSync(path.join(directory, 'folder'));

  expect(namesIn(directory).sort()).toEqual(['file', 'folder']);
  expect([namesIn(path.join(directory, 'none')), namesIn(path.join(file, 'below'))]).toEqual([[], []]);
});

test('one that cannot be read is an error: its names are not known', () => {
  const tooLong = `${tempDir()}/${'x'.repeat(300)}`;
  expect(() => namesIn(tooLong)).toThrow('ENAMETOOLONG');
});
