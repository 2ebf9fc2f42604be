import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { eventually, eventuallyHolds } from '../support/eventually.ts';
import { spawnCaptured } from '../support/process.ts';
import { isRunning, processesWithEnv } from '../support/processes.ts';
import { filesUnder, makeTempDir, tempDir } from '../support/temp.ts';

test('a process is found by a variable of its environment, and gone once it was waited for', async () => {
  const tag = randomUUID();
  const child = spawnCaptured('sleep', ['60'], { env: { PATH: process.env['PATH'], RUN_TAG: tag } });
  const found = () => processesWithEnv('RUN_TAG', tag);
  await eventuallyHolds(found, (list) => list[0]?.cmdline === 'sleep 60', { withinMs: 2000, what: 'sleep' });
  expect(isRunning(child.pid)).toBe(true);
  child.kill('SIGKILL');
  expect(await child.exited).toEqual({ code: null, signal: 'SIGKILL' });
  expect(found()).toEqual([]);
  expect(isRunning(child.pid)).toBe(false);
});

test('output is kept apart by stream, and input is given', async () => {
  const child = spawnCaptured('sh', ['-c', 'cat; echo oops >&2'], { input: 'né\nlast' });
  expect(await child.waitForLine(/^n/u, 3000)).toBe('né');
  expect(await child.waitForLine(/oops/u, 3000)).toBe('oops');
  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect([child.stdout(), child.stderr()]).toEqual(['né\nlast', 'oops\n']);
  expect(await child.waitForLine(/^last$/u, 3000)).toBe('last');
});

test('waiting for a line fails with what was said: at its bound, and when the process ends', async () => {
  const child = spawnCaptured('sh', ['-c', 'echo said; cat']);
  await child.waitForLine(/said/u, 3000);
  await expect(child.waitForLine(/never/u, 20)).rejects.toThrow(/No line \/never\/u within 20 ms[\s\S]*said/u);
  const waiting = expect(child.waitForLine(/never/u, 5000)).rejects.toThrow('before the process ended');
  child.endInput();
  await waiting;
});

test('a program that does not exist is named at once', () => {
  expect(() => spawnCaptured('/no/such/program', [])).toThrow('Cannot start "/no/such/program"');
});

test('eventually asks again after an error and shows the last value when it gives up', async () => {
  let asked = 0;
  const value = await eventually(
    () => {
      asked += 1;
      if (asked < 3) throw new Error('not yet');
      return asked;
    },
    { withinMs: 2000, what: 'third question', everyMs: 1 },
  );
  expect(value).toBe(3);
  const never = eventuallyHolds(
    () => ({ status: 'queued' }),
    () => false,
    { withinMs: 20, what: 'failed job' },
  );
  await expect(never).rejects.toThrow("No failed job within 20 ms; last value: { status: 'queued' }");
});

const left: string[] = [];

test('a temporary directory lists its files', () => {
  const directory = tempDir();
  left.push(directory);
  mkdirSync(path.join(directory, 'a/b'), { recursive: true });
  writeFileSync(path.join(directory, 'a/b/c'), '');
  writeFileSync(path.join(directory, 'z'), '');
  expect(filesUnder(directory)).toEqual(['a/b/c', 'z']);
});

test('and is gone after its test', () => {
  expect(left.map((directory) => existsSync(directory))).toEqual([false]);
  const kept = makeTempDir();
  kept.remove();
  expect(existsSync(kept.path)).toBe(false);
});
