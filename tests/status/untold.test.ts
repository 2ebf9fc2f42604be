import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newJobId } from '../../src/contract/ids.ts';
import { claimUntold, markUntold, untoldMarks } from '../../src/status/untold.ts';
import { tempDir } from '../support/temp.ts';

const id = newJobId('task', 0);

function workspace(): string {
  return path.join(tempDir(), 'workspace');
}

test('what is marked is claimed once by each channel; what is not marked is nobody’s to tell', () => {
  const directory = workspace();
  for (const channel of ['program', 'webhook', 'program']) markUntold(directory, id, channel);

  const claims = ['program', 'program', 'webhook', 'webhook', 'other'].map((name) => claimUntold(directory, id, name));

  expect(claims).toEqual([true, false, true, false, false]);
  expect(readdirSync(path.join(directory, 'untold'))).toEqual([]);
});

test('looking, and claiming, where nothing was marked leaves no trace', () => {
  const directory = workspace();
  expect([untoldMarks(directory), claimUntold(directory, id, 'program')]).toEqual([[], false]);
  expect(() => statSync(directory)).toThrow('ENOENT');
});

test('marks are private, and what is no mark is none of them', () => {
  const directory = workspace();
  markUntold(directory, id, 'program');
  for (const name of ['notes.txt', id, `${id}.`]) writeFileSync(path.join(directory, 'untold', name), '');

  const file = path.join(directory, 'untold', `${id}.program`);
  expect(untoldMarks(directory)).toEqual([{ id, channel: 'program', file }]);
  expect([statSync(path.dirname(file)).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
});

test('a mark that cannot be made is an error that names its file', () => {
  const directory = workspace();
  mkdirSync(directory, { mode: 0o700 });
  writeFileSync(path.join(directory, 'untold'), '');
  expect(() => markUntold(directory, id, 'program')).toThrow(path.join(directory, 'untold'));
});
