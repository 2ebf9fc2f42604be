import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLI, type OpenRig, openRig, type Rig } from '../support/rig.ts';
import { background, inTurn, killBroker } from './records.ts';

let opened: OpenRig;
let rig: Rig;
let bin = '';
let [running, done] = ['', ''];

beforeAll(async () => {
  opened = await openRig();
  rig = opened.rig;
  bin = path.join(realpathSync(path.dirname(rig.workspace)), 'bin');
  mkdirSync(bin);
  symlinkSync(CLI, path.join(bin, 'codex-companion'));
  done = await background(rig, 'say: hello');
  running = await background(rig, 'FAKE:hang');
  await rig.run(['wait', done]);
  await inTurn(rig, running);
  writeFileSync(path.join(rig.workspace, 'a prompt.txt'), '');
  mkdirSync(path.join(rig.workspace, 'a folder'));
});

afterAll(() => opened.close());

function shell(program: string, args: readonly string[]): string {
  const PATH = [bin, path.dirname(process.execPath), rig.env['PATH']].join(path.delimiter);
  const env = { ...rig.env, PATH, TERM: 'dumb' };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: rig.workspace, env, encoding: 'utf8' });
  expect({ status, stderr, error }).toEqual({ status: 0, stderr: '', error: undefined });
  return stdout;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['-c', 'true']).status === 0;
}

const complete = async (...words: readonly string[]) =>
  (await rig.run(['__complete', '--', ...words])).stdout.split('\n');

test('jobs are suggested with what they are doing: those that the command makes sense for, the active first', async () => {
  const [hanging, hello] = [`${running}\trunning: FAKE:hang`, `${done}\tcompleted: say: hello`];
  expect(await complete('status', '')).toEqual(['nothing', hanging, hello, '']);
  expect(await complete('cancel', '')).toEqual(['nothing', hanging, '']);
  expect(await complete('result', '')).toEqual(['nothing', hello, '']);
  expect(await complete('retry', '')).toEqual(['nothing', '']);
  expect(await complete('task', '--resume', done.slice(0, -1))).toEqual(['nothing', hello, '']);
});

test('what cannot be completed is answered with nothing, and never with an error', async () => {
  const env = { CODEX_COMPANION_MAX_JOBS: 'many' };
  for (const args of [
    [],
    ['--'],
    ['--', 'status', '-C', '/no/such', ''],
    ['--', 'no', 'such', ''],
    ['--', '--', '\u001b', ''],
  ]) {
    const { code, stderr, stdout } = await rig.run(['__complete', ...args], { env });
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    expect(stdout).toMatch(/^nothing\n/u);
  }
});

describe('bash', () => {
  const IN_BASH = `eval "$(codex-companion completion bash)"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _codex_companion; printf "%s\\n" "\${COMPREPLY[@]}"`;
  const bash = (...words: readonly string[]) =>
    shell('bash', ['-c', IN_BASH, 'bash', 'codex-companion', ...words])
      .trim()
      .split('\n');

  test.each([
    [['stat'], ['status']],
    [['broker', 're'], ['restart']],
    [
      ['review', '--scope', ''],
      ['auto', 'working-tree', 'branch'],
    ],
    [['review', '--scope', '=', 'w'], ['working-tree']],
    [
      ['review', '--scope', '='],
      ['auto', 'working-tree', 'branch'],
    ],
    [['task', '--prompt-file', 'a p'], ['a prompt.txt']],
    [['task', '--prompt-file', '=', 'a p'], ['a prompt.txt']],
    [['status', '-C', 'a'], ['a folder']],
    [['nothing', 'here', 'x'], ['']],
  ])('completes %j with %j', (words, expected) => {
    expect(bash(...words)).toEqual(expected);
  });

  test('completes ids of jobs, and is registered for the command', () => {
    expect(bash('cancel', '')).toEqual([running]);
    expect(shell('bash', ['-c', 'eval "$(codex-companion completion bash)"; complete -p codex-companion'])).toBe(
      'complete -F _codex_companion codex-companion\n',
    );
  });
});

describe.skipIf(!isInstalled('zsh'))('zsh', () => {
  // What the completion system would be given, one a line.
  const zsh = (...words: readonly string[]) =>
    shell('zsh', [
      '-fc',
      `compdef() { }; compset() { }; _describe() { print -rl -- "\${(@P)argv[-1]}" }; _files() { print -r -- "files $*" }
eval "$(codex-companion completion zsh)"; words=("$@"); CURRENT=$#; _codex-companion; true`,
      'zsh',
      'codex-companion',
      ...words,
    ]).split('\n');

  test('is given words with what they mean, ids of jobs, and what it knows itself', () => {
    expect(zsh('broker', 're')).toEqual(['restart:Stops the broker and starts a new one', '']);
    expect(zsh('status', 'ta')).toEqual([`${running}:running: FAKE:hang`, `${done}:completed: say: hello`, '']);
    expect(zsh('review', '--scope=w')).toEqual(['--scope=working-tree', '']);
    expect(zsh('task', '--prompt-file', 'a')).toEqual(['files ', '']);
    expect(zsh('task', '-C', '')).toEqual(['files -/', '']);
  });

  test('knows the command once its completion system runs', () => {
    const line =
      'autoload -U compinit; compinit -u -d "$HOME/dump"; eval "$(codex-companion completion zsh)"; print $_comps[codex-companion]';
    expect(shell('zsh', ['-fc', line])).toBe('_codex-companion\n');
  });
});

describe.skipIf(!isInstalled('fish'))('fish', () => {
  const fish = (line: string) =>
    shell('fish', ['-c', 'codex-companion completion fish | source; complete -C $argv[1]', line]).trim().split('\n');

  test.each([
    ['codex-companion stat', ['status\twhat runs, what ended, and how']],
    ['codex-companion review --scope=w', ['--scope=working-tree']],
    ['codex-companion task --prompt-file a\\ p', ['a prompt.txt']],
    ['codex-companion task --prompt-file="a p', ['--prompt-file=a prompt.txt']],
    ['codex-companion status -C a', ['a folder/']],
  ])('completes %j with %j', (line, expected) => {
    expect(fish(line).map((word) => word.replace(/\t(?:Directory)?$/u, ''))).toEqual(expected);
  });

  test('completes ids of jobs with what they are doing', () => {
    expect(fish('codex-companion cancel ')).toEqual([`${running}\trunning: FAKE:hang`]);
  });
});

test('what is suggested is true: a job whose broker has died is not suggested to be cancelled', async () => {
  await killBroker(rig);
  expect(await complete('cancel', '')).toEqual(['nothing', '']);
  expect(await complete('retry', '')).toEqual(['nothing', `${running}\tfailed: FAKE:hang`, '']);
});
