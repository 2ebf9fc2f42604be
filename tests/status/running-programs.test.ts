import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { self } from '../../src/status/liveness.ts';
import { endPrograms, noteProgram } from '../../src/status/running-programs.ts';
import { eventually } from '../support/eventually.ts';
import { isRunning } from '../support/processes.ts';
import { tempDir } from '../support/temp.ts';

test.skipIf(process.platform === 'win32')(
  'a program that is noted is ended with its children, whoever had started it',
  async () => {
    const directory = path.join(tempDir(), 'programs');
    const shell = spawn('sh', ['-c', 'sleep 600 & echo $!; wait'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void shell.kill('SIGKILL'));
    const [line] = await once(shell.stdout, 'data');
    noteProgram(directory, shell.pid ?? 0);

    expect(endPrograms(directory)).toBe(1);

    await eventually(() => !isRunning(shell.pid ?? 0) && !isRunning(Number(line)), {
      withinMs: 5_000,
      what: 'end of the program and its child',
    });
    expect(endPrograms(directory)).toBe(0);
  },
);

test('a note that was taken back, that is another process’s or none at all ends nothing', () => {
  const directory = path.join(tempDir(), 'programs');
  expect(endPrograms(directory)).toBe(0);
  noteProgram(directory, process.pid)();
  expect(readdirSync(directory)).toEqual([]);
  for (const [name, note] of [
    ['1', 'not JSON'],
    ['2', JSON.stringify({ ...self(), startTime: 'another' })],
    ['3', ''],
  ] as const)
    writeFileSync(path.join(directory, name), note);
  expect(endPrograms(directory)).toBe(0);
});

test('where nothing can be written, the program runs all the same', () => {
  const directory = path.join(tempDir(), 'programs');
  mkdirSync(path.dirname(directory), { recursive: true });
  writeFileSync(directory, '');
  expect(() => noteProgram(directory, process.pid)()).not.toThrow();
  expect(existsSync(directory)).toBe(true);
});
