import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RENAME_PAUSES_MS, renameFile } from '../../src/util/rename.ts';
import { tempDir } from '../support/temp.ts';

const LAST = RENAME_PAUSES_MS.length + 1;

/** A rename that fails with these codes, one after the other, and then works. */
function failing(codes: readonly string[]) {
  const left = [...codes];
  const done = { tries: 0, paused: [] as number[] };
  const rename = () => {
    done.tries += 1;
    const code = left.shift();
    if (code !== undefined) throw Object.assign(new Error(`${code}: rename`), { code });
  };
  return { done, rename, pause: (ms: number) => void done.paused.push(ms) };
}

test.each([
  ['at once', [], 1],
  ['after a scanner', ['EPERM'], 2],
  ['after several', ['EBUSY', 'EACCES', 'EPERM'], 4],
  ['at the last moment', Array.from({ length: LAST - 1 }, () => 'EPERM'), LAST],
])('on Windows a rename works %s', (_, codes, tries) => {
  const { done, rename, pause } = failing(codes);
  renameFile('a', 'b', { platform: 'win32', rename, pause });
  expect(done).toEqual({ tries, paused: RENAME_PAUSES_MS.slice(0, tries - 1) });
});

test.each<[NodeJS.Platform, string, number]>([
  ['win32', 'EPERM', LAST],
  ['win32', 'EBUSY', LAST],
  ['win32', 'ENOENT', 1],
  ['win32', 'ENOSPC', 1],
  ['linux', 'EPERM', 1],
  ['darwin', 'EACCES', 1],
])('on %s %s that stays is thrown after %s tries', (platform, code, tries) => {
  const { done, rename, pause } = failing(Array.from({ length: 100 }, () => code));
  expect(() => renameFile('a', 'b', { platform, rename, pause })).toThrow(code);
  expect(done.tries).toBe(tries);
});

test('on Windows an error that does not pass ends the tries', () => {
  const { done, rename, pause } = failing(['EPERM', 'ENOENT']);
  expect(() => renameFile('a', 'b', { platform: 'win32', rename, pause })).toThrow('ENOENT');
  expect(done.tries).toBe(2);
});

test('the file is in place of the other one, whatever system this is', () => {
  const directory = tempDir();
  const [from = '', to = ''] = ['new', 'old'].map((name) => path.join(directory, name));
  for (const file of [from, to]) writeFileSync(file, path.basename(file));
  renameFile(from, to);
  expect(readFileSync(to, 'utf8')).toBe('new');
  expect(existsSync(from)).toBe(false);
});
