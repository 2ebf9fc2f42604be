import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { background, ended, inTurn } from '../e2e/records.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { git, makeRepository, writeFiles } from '../support/git.ts';
import { type Captured, startCaptured } from '../support/process.ts';
import { CLI, type Rig, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { writeTranscript } from '../support/transcript-of-claude.ts';
import { PAGES, type Page, tokensOf } from './pages.ts';

/** Languages of blocks that a reader is meant to paste into a shell. */
const SHELL = new Set(['sh', 'bash', 'console']);

/** Commands that go on until they are interrupted: that they have begun is seen by what they print. */
const STAY = /\b(?:watch|events -f)\b/u;

/** The pages that are instructions for an agent have a test of their own, in `tests/plugin`. */
function isForPeople(file: string): boolean {
  return !file.startsWith('plugin/') || path.basename(file) === 'README.md';
}

/** A whole command between words, and not the name of one. */
const INLINE = /^(?:codex-companion|npm) [a-z]/u;

interface Line {
  readonly page: string;
  readonly line: string;
}

/** Every command line of a page, without its comment. What is piped into other programs is run up to the pipe. */
function linesOf(page: Page): Line[] {
  return tokensOf(page)
    .flatMap((token) => {
      if (token.type === 'code' && SHELL.has(token.lang ?? '')) return token.text.split('\n') as string[];
      return token.type === 'codespan' && INLINE.test(token.text) ? [token.text] : [];
    })
    .flatMap((text) => text.replace(/\s+#.*$/u, '').split(' && '))
    .map((line) => ({ page: page.file, line: line.replace(/ [|>] .*$/u, '').trim() }))
    .filter(({ line }) => line !== '');
}

const SHOWN = PAGES.filter(({ file }) => isForPeople(file)).flatMap(linesOf);

/** Once each, however many pages show it. */
const LINES = [...new Map(SHOWN.map((shown) => [shown.line, shown])).values()];

/** What npm does by itself. */
const OF_NPM = /^npm (?:ci|link|rebuild|pack|publish|install)\b/u;

const MAX_JOBS = 50;

const OURS = LINES.filter(({ line }) => line.startsWith('codex-companion '));

test('every command line of the pages does what it says', async () => {
  const { rig, shell } = await startShell();
  const failures: string[] = [];
  for (const { page, line } of OURS) {
    const command = startCaptured('/bin/sh', ['-c', await withNames(rig, `exec ${line}`)], shell);
    if (STAY.test(line)) {
      await untilItTells(rig, command);
      process.kill(command.pid, 'SIGINT');
    }
    const { code } = await command.exited;
    if (code !== (STAY.test(line) ? 130 : 0)) failures.push(`${page}: ${line}\n  status ${code}: ${command.stderr()}`);
  }
  expect(failures).toEqual([]);
  expect(OURS.length).toBeGreaterThan(20);
}, 60_000);

test('each command has an example in the README', () => {
  const help = readFileSync(path.join(PROJECT_ROOT, 'README.md'), 'utf8');
  const table = [...help.matchAll(/^\| (`.*?`) \|/gmu)].flatMap(([, cell = '']) => cell.match(/`[a-z-]+/gu) ?? []);
  const named = table.map((cell) => cell.slice(1)).filter((name) => name !== 'hook');
  const examples = SHOWN.filter(({ page }) => page === 'README.md').map(({ line }) => line.split(' ')[1]);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !examples.includes(name))).toEqual([]);
});

test('every other line, and each that CI runs, is of npm or a script of the package', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'package.json'), 'utf8'));
  const workflow = '.github/workflows/ci.yml';
  const steps = readFileSync(path.join(PROJECT_ROOT, workflow), 'utf8').matchAll(/run: (npm .*)/gu);
  const ofCi = [...steps].map(([, line = '']) => ({ page: workflow, line }));
  expect(ofCi).not.toEqual([]);
  const others = [...LINES.filter((line) => !OURS.includes(line)), ...ofCi].filter(({ line }) => !OF_NPM.test(line));
  const unknown = others.filter(({ line }) => {
    const [, name = ''] = /^npm (?:run )?([a-z:]+)(?: --.*)?$/u.exec(line) ?? [];
    return !Object.hasOwn(scripts, name);
  });
  expect(unknown).toEqual([]);
});

/** A repository with a change in it, on a branch of its own, and the command on PATH. */
async function startShell() {
  const rig = await startRig();
  makeRepository(rig.workspace);
  git(rig.workspace, 'checkout', '--quiet', '-b', 'topic');
  writeFiles(rig.workspace, { 'a.txt': 'one\ntwo\n' });
  const programs = path.join(tempDir(), 'bin');
  mkdirSync(programs);
  symlinkSync(CLI, path.join(programs, 'codex-companion'));
  const env = { ...rig.env, PATH: `${programs}:${path.dirname(process.execPath)}:${rig.env['PATH'] ?? ''}` };
  return { rig, shell: { cwd: rig.workspace, env, input: '' } };
}

/** Nobody says when it listens: jobs go by until it has told of one. */
async function untilItTells(rig: Rig, command: Captured): Promise<void> {
  for (let jobs = 0; command.stdout() === '' && jobs < MAX_JOBS; jobs += 1) {
    await ended(rig, await background(rig, 'something to tell of'));
  }
}

/** The line with names of things that are there, in the state that the command is for. */
async function withNames(rig: Rig, line: string): Promise<string> {
  if (/\bNAME$/u.test(line)) return line.replace(/NAME$/u, 'model');
  if (line.includes('FILE.jsonl')) return line.replace('FILE.jsonl', writeTranscript(rig.home));
  if (!/\bJOB\b/u.test(line)) return line;
  return line.replace(/\bJOB\b/u, await jobFor(rig, line));
}

async function jobFor(rig: Rig, line: string): Promise<string> {
  if (!/ (?:cancel|retry) /u.test(line)) {
    const job = await background(rig, 'say hello');
    await ended(rig, job);
    return job;
  }
  const running = await background(rig, 'FAKE:hang', ['--write']);
  await inTurn(rig, running);
  if (line.includes(' cancel ')) return running;
  // One that is tried again has to end by itself then, and not before: it is cancelled while it waits.
  const waiting = await background(rig, 'say hello', ['--write']);
  for (const job of [waiting, running]) await rig.run(['cancel', job]);
  return waiting;
}
