import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isTemporary, temporaryFor, writeFileAtomic } from '../../src/util/atomic-file.ts';
import { tempDir } from '../support/temp.ts';

describe.each([true, false])('an atomic write (durable: %s)', (durable) => {
  test('makes the file, for its owner only, and leaves nothing beside it', () => {
    const directory = tempDir();
    const file = path.join(directory, 'record.json');
    writeFileAtomic(file, 'naïve 👍\n', durable);
    expect(readFileSync(file, 'utf8')).toBe('naïve 👍\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['record.json']);
  });

  test('replaces what was there with all of the new content, however long', () => {
    const file = path.join(tempDir(), 'record.json');
    writeFileAtomic(file, 'old', durable);
    const long = 'x'.repeat(3_000_000);
    writeFileAtomic(file, long, durable);
    expect(readFileSync(file, 'utf8')).toBe(long);
  });

  test('that cannot be renamed into place throws, leaves what was there and no temporary file', () => {
    const directory = tempDir();
    const place = path.join(directory, 'place');
    mkdirSync(place);
    writeFileSync(path.join(place, 'inside'), 'old');
    expect(() => writeFileAtomic(place, 'new', durable)).toThrow();
    expect(readFileSync(path.join(place, 'inside'), 'utf8')).toBe('old');
    expect(readdirSync(directory)).toEqual(['place']);
  });

  test('into a directory that is not there throws', () => {
    expect(() => writeFileAtomic(path.join(tempDir(), 'none', 'file'), 'new', durable)).toThrow('ENOENT');
  });
});

test('in a directory that cannot be written, the old content is intact', () => {
  const directory = tempDir();
  const file = path.join(directory, 'record.json');
  writeFileSync(file, 'old');
  chmodSync(directory, 0o500);
  withoutPrivileges(() => expect(() => writeFileAtomic(file, 'new', true)).toThrow('EACCES'));
  chmodSync(directory, 0o700);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(directory)).toEqual(['record.json']);
});

test('a temporary name says so, names its writer and is used once', () => {
  const names = Array.from({ length: 100 }, () => temporaryFor('/x/record.json'));
  expect(new Set(names).size).toBe(100);
  for (const name of names) {
    expect(isTemporary(name)).toBe(true);
    expect(name).toMatch(new RegExp(`^/x/record\\.json\\.${process.pid}-\\d+\\.tmp$`, 'u'));
  }
  expect(isTemporary('record.json')).toBe(false);
});

/** The superuser may write anywhere; so he is somebody else for a moment. */
function withoutPrivileges(run: () => void): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
