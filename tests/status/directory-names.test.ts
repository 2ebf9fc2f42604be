import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { DirectoryNames } from '../../src/status/directory-names.ts';
import { tempDir } from '../support/temp.ts';

vi.mock('node:fs', { spy: true });

/** Later than the directory's last change by more than its clock could hide. */
const LATER_MS = 60_000;

test('names are sorted, and those of a directory that is not there are none', () => {
  const directory = path.join(tempDir(), 'jobs');
  const names = new DirectoryNames(directory);
  expect(names.sorted()).toEqual([]);
  mkdirSync(directory);
  for (const name of ['b', 'c', 'a']) writeFileSync(path.join(directory, name), '');
  expect(names.sorted()).toEqual(['a', 'b', 'c']);
});

test('a directory that changes while it is looked at is read every time', () => {
  const directory = tempDir();
  const names = new DirectoryNames(directory);
  for (let n = 0; n < 500; n += 1) {
    writeFileSync(path.join(directory, String(n)), '');
    expect(names.sorted()).toHaveLength(n + 1);
  }
});

test('one that has been left alone is read once, and again after a change, whatever its times say', () => {
  const directory = tempDir();
  writeFileSync(path.join(directory, 'a'), '');
  const names = new DirectoryNames(directory);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + LATER_MS);
  vi.mocked(readdirSync).mockClear();
  for (let n = 0; n < 3; n += 1) expect(names.sorted()).toEqual(['a']);
  expect(readdirSync).toHaveBeenCalledTimes(1);

  rmSync(path.join(directory, 'a'));
  writeFileSync(path.join(directory, 'b'), '');
  utimesSync(directory, 0, 0);

  expect(names.sorted()).toEqual(['b']);
  vi.restoreAllMocks();
});
