import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Installed, install } from '../e2e/installed.ts';
import { filesUnder } from '../support/temp.ts';

// In processes of their own: V8 keeps what it has compiled for the life of one.
let installed: Installed;
beforeEach(() => {
  installed = install({ packages: false });
});

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [inDist('cli.cjs'), ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
}

function inDist(...names: string[]): string {
  return path.join(installed.folder, 'dist', ...names);
}

/** What was kept, as program and command. */
function kept(): string[] {
  const place = inDist('compiled');
  return existsSync(place) ? filesUnder(place).map((name) => `${program(name)} ${command(name)}`) : [];
}

function program(name: string): string {
  return name.split(path.sep)[0] ?? '';
}

function command(name: string): string {
  return path.basename(name).replace(`.${process.version}-${process.arch}`, '');
}

function onlyFile(): string {
  const [name, ...others] = filesUnder(inDist('compiled'));
  if (name === undefined || others.length > 0) throw new Error(`Not one file: ${name}, ${others.join(', ')}`);
  return inDist('compiled', name);
}

test('what was compiled when a command was first run is kept, and used by the next run', () => {
  const first = run('status', '--help');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const { mtimeMs, ino } = statSync(onlyFile());

  expect(run('status', '--help')).toEqual(first);

  expect(statSync(onlyFile())).toMatchObject({ mtimeMs, ino });
});

test('each command has its own, and each program; what is no command has none', () => {
  for (const args of [
    ['task', '--help'],
    ['explain', '--help'],
    ['--version'],
    ['nonsense'],
    ['../x'],
    ['x'.repeat(40)],
  ]) {
    run(...args);
  }
  expect(kept()).toEqual(['everyday task', 'program --version', 'program explain']);
});

describe('a program runs all the same', () => {
  test.each([
    ['cut short', (file: string) => truncateSync(file, 1_000)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['something else', (file: string) => writeFileSync(file, 'x'.repeat(50_000))],
  ])('when what was kept is %s, and keeps it anew', (_, harm) => {
    const good = run('status', '--help');
    const { size } = statSync(onlyFile());
    harm(onlyFile());

    // Who has other flags must not replace what is good at each start.
    expect(run('status', '--help')).toEqual(good);
    expect(Math.abs(statSync(onlyFile()).size - size)).toBeGreaterThan(size / 10);
    utimesSync(onlyFile(), 0, 0);
    expect(run('status', '--help')).toEqual(good);

    expect(Math.abs(statSync(onlyFile()).size - size)).toBeLessThan(size / 10);
  });

  test('when nothing can be kept', () => {
    writeFileSync(inDist('compiled'), 'not a folder');

    expect(run('status', '--help')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(inDist('compiled'), 'utf8')).toBe('not a folder');
  });
});

test('nothing that was kept of another text is run, though it be as long', () => {
  run('status', '--help');
  const text = readFileSync(inDist('brief.cjs'), 'utf8');
  const other = text
    .replace('what runs, what ended, and how', 'WHAT RUNS, WHAT ENDED, AND HOW')
    .replace(/\w(?=\n$)/u, '.');
  expect([other.length, other === text]).toEqual([text.length, false]);
  // As in the middle of an update: the one file is new, and the other is not yet.
  writeFileSync(inDist('brief.cjs'), other);

  expect(run('status', '--help').stdout).toContain('Shows the jobs');
  expect(kept()).toEqual(['brief status']);
});

test('what was kept of an earlier build goes with the first that is kept of a new one', () => {
  run('status', '--help');
  run('explain', '--help');
  const before = filesUnder(inDist('compiled'));
  const mark = /\/\/# program (\w+)\n$/u.exec(readFileSync(inDist('brief.cjs'), 'utf8'))?.[1] ?? '';
  for (const name of ['cli.cjs', 'brief.cjs']) {
    writeFileSync(inDist(name), readFileSync(inDist(name), 'utf8').replaceAll(mark, mark.replace(/./gu, 'f')));
  }

  run('status', '--help');

  expect(kept()).toEqual(['brief status', 'program explain']);
  expect(filesUnder(inDist('compiled')).filter((name) => before.includes(name))).toHaveLength(1);
  rmSync(inDist('compiled'), { recursive: true });
});
