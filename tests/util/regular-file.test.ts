import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FileRefused, openRegularFile, readRegularFile } from '../../src/util/regular-file.ts';
import { tempDir } from '../support/temp.ts';

test('a file is read to its end, whatever its length up to the bound', () => {
  const file = path.join(tempDir(), 'file');
  for (const text of ['', 'naïve 👍\n', 'x'.repeat(200_000)]) {
    writeFileSync(file, text);
    expect(readRegularFile(file, Buffer.byteLength(text))).toBe(text);
  }
});

test('a file that is too long is refused before it is read', () => {
  const file = path.join(tempDir(), 'file');
  writeFileSync(file, '');
  truncateSync(file, 2 ** 40);
  expect(() => readRegularFile(file, 1_000)).toThrow(
    `Refusing to use "${file}": it has ${2 ** 40} bytes of at most 1000 (remove it)`,
  );
});

test.each<[string, (file: string) => unknown, string]>([
  ['a symbolic link', (file) => symlinkSync('/etc/hostname', file), 'it is a symbolic link'],
  ['a link to nothing', (file) => symlinkSync('/no/such/file', file), 'it is a symbolic link'],
  ['a directory', (file) => mkdirSync(file), 'it is not a regular file'],
  ['a pipe that nobody writes to', (file) => spawnSync('mkfifo', [file]), 'it is not a regular file'],
])('%s is refused at once', (_what, make, why) => {
  const file = path.join(tempDir(), 'file');
  make(file);
  expect(() => readRegularFile(file, 1_000)).toThrow(FileRefused);
  expect(() => readRegularFile(file, 1_000)).toThrow(why);
});

test('a file is not made behind a symbolic link', () => {
  const directory = tempDir();
  const [link, target] = [path.join(directory, 'link'), path.join(directory, 'target')];
  symlinkSync(target, link);
  expect(() => openRegularFile(link, constants.O_WRONLY | constants.O_CREAT, 0o600)).toThrow('it is a symbolic link');
  expect(() => readRegularFile(target, 1)).toThrow('ENOENT');
  closeSync(openRegularFile(target, constants.O_WRONLY | constants.O_CREAT, 0o600));
  expect(readRegularFile(target, 1)).toBe('');
});
