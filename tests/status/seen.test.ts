import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newJobId } from '../../src/contract/ids.ts';
import { forgetSeen, markSeen, seenJobs } from '../../src/status/seen.ts';
import { spawnCaptured } from '../support/process.ts';
import { tempDir } from '../support/temp.ts';
import { bundleFixture } from './bundle.ts';

function workspace(): string {
  return path.join(tempDir(), 'workspace');
}

function ids(count: number): string[] {
  return Array.from({ length: count }, () => newJobId('task', 0));
}

test('a job is told of once: the first mark says so, every later one that it is there', () => {
  const directory = workspace();
  const [id = '', other = ''] = ids(2);

  expect([markSeen(directory, id), markSeen(directory, id), markSeen(directory, other)]).toEqual([true, false, true]);
  expect(seenJobs(directory)).toEqual(new Set([id, other]));
});

test('of many processes that mark the same jobs at once, each job has exactly one that was first', async () => {
  const directory = workspace();
  const jobs = ids(200);
  const fixture = bundleFixture('seen-marker');
  const markers = Array.from({ length: 6 }, () =>
    spawnCaptured(process.execPath, [fixture, directory, ...jobs], { env: {} }),
  );
  await Promise.all(markers.map((marker) => marker.waitForLine(/ready/u, 10_000)));

  for (const marker of markers) marker.endInput();
  await Promise.all(markers.map((marker) => marker.exited));

  expect(markers.map((marker) => marker.stderr()).join('')).toBe('');
  const firsts = markers.flatMap((marker) => marker.stdout().trim().split('\n').slice(1));
  expect(firsts.sort()).toEqual([...jobs].sort());
});

test('looking at a workspace where nobody was told of anything leaves no trace', () => {
  const directory = workspace();
  expect(seenJobs(directory)).toEqual(new Set());
  expect(() => statSync(directory)).toThrow('ENOENT');
});

test('marks are private, and what is no job id is none of them', () => {
  const directory = workspace();
  const [id = ''] = ids(1);
  markSeen(directory, id);
  writeFileSync(path.join(directory, 'seen', 'notes.txt'), '');

  expect(seenJobs(directory)).toEqual(new Set([id]));
  expect(statSync(path.join(directory, 'seen')).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(directory, 'seen', id)).mode & 0o777).toBe(0o600);
});

test('a mark that cannot be made is an error that names its file', () => {
  const directory = workspace();
  const [id = ''] = ids(1);
  mkdirSync(path.join(directory, 'seen', id), { recursive: true, mode: 0o700 });
  expect(markSeen(directory, id)).toBe(false);

  const taken = workspace();
  mkdirSync(taken, { mode: 0o700 });
  writeFileSync(path.join(taken, 'seen'), '');
  expect(() => markSeen(taken, id)).toThrow(path.join(taken, 'seen'));
});

test('marks that are forgotten are gone, twice is harmless', () => {
  const directory = workspace();
  const [gone = '', kept = ''] = ids(2);
  for (const id of [gone, kept]) markSeen(directory, id);

  forgetSeen(directory, [gone]);
  forgetSeen(directory, [gone]);

  expect(readdirSync(path.join(directory, 'seen'))).toEqual([kept]);
});
