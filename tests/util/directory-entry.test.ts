import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PAUSES_MS, patiently, removeFile, renameFile, syncDirectory } from '../../src/util/directory-entry.ts';
import { tempDir } from '../support/temp.ts';

const LAST = PAUSES_MS.length + 1;

/** A change that fails with these codes, one after the other, and then works. */
function failing(codes: readonly string[]) {
  const left = [...codes];
  const done = { tries: 0, paused: [] as number[] };
  const change = () => {
    done.tries += 1;
    const code = left.shift();
    if (code !== undefined) throw Object.assign(new Error(`${code}: rename`), { code });
  };
  return { done, change, pause: (ms: number) => void done.paused.push(ms) };
}

test.each([
  ['at once', [], 1],
  ['after a scanner', ['EPERM'], 2],
  ['after several', ['EBUSY', 'EACCES', 'EPERM'], 4],
  ['at the last moment', Array.from({ length: LAST - 1 }, () => 'EPERM'), LAST],
])('on Windows a change works %s', (_, codes, tries) => {
  const { done, change, pause } = failing(codes);
  patiently(change, { platform: 'win32', pause });
  expect(done).toEqual({ tries, paused: PAUSES_MS.slice(0, tries - 1) });
});

test.each<[NodeJS.Platform, string, number]>([
  ['win32', 'EPERM', LAST],
  ['win32', 'EBUSY', LAST],
  ['win32', 'ENOENT', 1],
  ['win32', 'ENOSPC', 1],
  ['linux', 'EPERM', 1],
  ['darwin', 'EACCES', 1],
])('on %s %s that stays is thrown after %s tries', (platform, code, tries) => {
  const { done, change, pause } = failing(Array.from({ length: 100 }, () => code));
  expect(() => patiently(change, { platform, pause })).toThrow(code);
  expect(done.tries).toBe(tries);
});

test('on Windows an error that does not pass ends the tries', () => {
  const { done, change, pause } = failing(['EPERM', 'ENOENT']);
  expect(() => patiently(change, { platform: 'win32', pause })).toThrow('ENOENT');
  expect(done.tries).toBe(2);
});

test('a file is moved in place of another one', () => {
  const directory = tempDir();
  const [from = '', to = ''] = ['new', 'old'].map((name) => path.join(directory, name));
  for (const file of [from, to]) writeFileSync(file, path.basename(file));
  renameFile(from, to);
  expect(readFileSync(to, 'utf8')).toBe('new');
  expect(existsSync(from)).toBe(false);
  expect(() => renameFile(from, to)).toThrow('ENOENT');
});

test('a file is removed, also one that is not there; a directory is not', () => {
  const directory = tempDir();
  const file = path.join(directory, 'file');
  writeFileSync(file, '');
  removeFile(file);
  removeFile(file);
  expect(existsSync(file)).toBe(false);
  mkdirSync(file);
  expect(() => removeFile(file)).toThrow();
});

test.each(['EINVAL', 'EBADF', 'ENOTSUP'])(
  'a file system that can sync no directory (%s) is as good as any other',
  (code) => {
    const { done, change } = failing([code]);
    expect(() => syncDirectory(tempDir(), change)).not.toThrow();
    expect(done.tries).toBe(1);
  },
);

test('a directory that should have been synced and was not is an error', () => {
  expect(() => syncDirectory(tempDir(), failing(['EIO']).change)).toThrow('EIO');
  expect(() => syncDirectory(path.join(tempDir(), 'none'))).toThrow('ENOENT');
  syncDirectory(tempDir());
});
