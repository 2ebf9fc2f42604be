import { chmodSync, lstatSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isOpenToOthers, isOpenToOwner, modeText } from '../../src/util/file-mode.ts';
import { flawOf } from '../../src/util/private-directory.ts';
import { tempDir } from '../support/temp.ts';

function directoryWith(mode: number) {
  const directory = tempDir();
  chmodSync(directory, mode);
  return { directory, found: lstatSync(directory) };
}

test.each([
  [0o700, false, true, '0700'],
  [0o750, true, true, '0750'],
  [0o701, true, true, '0701'],
  [0o600, false, false, '0600'],
  [0o066, true, false, '0066'],
])('a directory of mode %o: open to others %s, to its owner %s', (mode, others, owner, text) => {
  const { found } = directoryWith(mode);
  expect(isOpenToOthers(found)).toBe(others);
  expect(isOpenToOwner(found)).toBe(owner);
  expect(modeText(found)).toBe(text);
});

// As Windows shows every directory.
test('where there are no modes, none is wrong', () => {
  const { directory, found } = directoryWith(0o666);
  expect(isOpenToOthers(found, null)).toBe(false);
  expect(isOpenToOwner(found, null)).toBe(true);
  expect(flawOf(directory, found, null)).toBeNull();
});

test('where there are no modes, a link is still none of our directories', () => {
  const link = path.join(tempDir(), 'link');
  symlinkSync('/', link);
  expect(flawOf(link, lstatSync(link), null)?.kind).toBe('type');
});
