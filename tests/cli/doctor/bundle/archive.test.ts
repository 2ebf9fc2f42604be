import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MAX_ARCHIVE_BYTES, writeArchive } from '../../../../src/cli/doctor/bundle/archive.ts';
import { tempDir } from '../../../support/temp.ts';

const NOW = Date.parse('2026-01-01T00:00:00.000Z');

test('an archive is for its owner only, and tar reads it', async () => {
  const file = path.join(tempDir(), 'a.tar.gz');
  const parts = [
    { name: 'README.txt', text: 'read me\n' },
    { name: 'brokers/key1.log', text: 'ü\n' },
  ];

  const archive = await writeArchive(file, parts, NOW);

  expect(archive).toEqual({
    file,
    bytes: statSync(file).size,
    entries: [
      { name: 'README.txt', bytes: 8 },
      { name: 'brokers/key1.log', bytes: 3 },
    ],
    leftOut: [],
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(execFileSync('tar', ['-xzOf', file, 'brokers/key1.log'], { encoding: 'utf8' })).toBe('ü\n');
  expect(execFileSync('tar', ['-tvzf', file], { encoding: 'utf8' })).toMatch(/^-rw------- \S+ +8 .*README\.txt$/mu);
});

test('what does not fit is left out and told, and what comes after it is still taken', async () => {
  const parts = [
    { name: 'huge', text: 'x'.repeat(MAX_ARCHIVE_BYTES + 1) },
    { name: 'small', text: 'x' },
  ];
  const archive = await writeArchive(path.join(tempDir(), 'a.tar.gz'), parts, NOW);
  expect(archive).toMatchObject({ entries: [{ name: 'small', bytes: 1 }], leftOut: ['huge'] });
});

test('a file that is there already stays, and nothing is left where nothing can be written', async () => {
  const file = path.join(tempDir(), 'a.tar.gz');
  writeFileSync(file, 'precious');

  await expect(writeArchive(file, [], NOW)).rejects.toThrow(/^Cannot write ".*": EEXIST.* \(choose another name/u);
  expect(readFileSync(file, 'utf8')).toBe('precious');

  const nowhere = path.join(tempDir(), 'no', 'such', 'a.tar.gz');
  await expect(writeArchive(nowhere, [], NOW)).rejects.toThrow('ENOENT');
  expect(existsSync(nowhere)).toBe(false);
});
