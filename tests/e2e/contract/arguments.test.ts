import { describe, expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { expectNothingStarted } from '../cli.ts';
import { promptsAtCodex, turnStarts } from '../codex-side.ts';
import { sharedRig } from './shared-rig.ts';

const COMMANDS = [
  'setup',
  'review',
  'adversarial-review',
  'task',
  'status',
  'result',
  'cancel',
  'transfer',
  'task-resume-candidate',
];

test('no command at all, "help" and "--help" print the usage, start nothing and are no error', async () => {
  const rig = await startRig();

  for (const args of [[], ['help'], ['--help']]) {
    const { code, stdout, stderr } = await rig.run(args);
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: codex-companion /u);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'mu'));
  }
  expectNothingStarted(rig);
});

test.each(COMMANDS)('%s has -C, --cwd and --json, a help, and no unknown flag', async (command) => {
  const rig = await startRig();

  const help = await rig.run([command, '--help']);
  const unknown = await rig.run([command, '--no-such-flag']);

  expect({ ...help, stdout: '' }).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(help.stdout).toMatch(new RegExp(`^Usage: codex-companion ${command} `, 'u'));
  expect(help.stdout).toMatch(/^ {2}-C, --cwd <dir> /mu);
  expect(help.stdout).toMatch(/^ {2}--json /mu);
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toMatch(/^codex-companion: unknown option '--no-such-flag' [^\n]*\n$/u);
  expectNothingStarted(rig);
});

describe('the forms of arguments that scripts and slash commands use', () => {
  const rig = sharedRig();

  test.each([
    [['task', 'several', 'words'], 'several words'],
    [['task', 'one  word "as it is" \\n'], 'one  word "as it is" \\n'],
    [['task', '--write --effort low fix  it'], 'fix  it'],
    [['task', '--', '--write'], '--write'],
    [['task', 'words first', '--fresh'], 'words first'],
    [['task', '--model=spark', '--effort=high', 'p'], 'p'],
    [['task', '--effort', 'low', '--effort', 'HIGH', 'the last one counts'], 'the last one counts'],
    [['task', '--wait', 'as it does anyway'], 'as it does anyway'],
  ])('%j', async (args, prompt) => {
    expect(await rig().run(args)).toMatchObject({ code: 0, stdout: 'fake answer\n' });
    expect(promptsAtCodex(rig()).at(-1)).toBe(prompt);
  });

  test('what they set reaches Codex', () => {
    expect(turnStarts(rig()).map(({ model, effort }) => [model, effort])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 'low'],
      [undefined, undefined],
      [undefined, undefined],
      ['gpt-5.3-codex-spark', 'high'],
      [undefined, 'high'],
      [undefined, undefined],
    ]);
  });

  test.each([
    [['status', ''], '# Codex Status\n'],
    [['status', '  --all '], '# Codex Status\n'],
    [['result', ''], 'fake answer\n'],
    [['review', "--base 'main' --wait"], '# Codex Review\n\nTarget: branch diff against main\n'],
    [['adversarial-review', '--scope working-tree look'], '# Codex Adversarial Review\n'],
  ])('all that was typed as one argument: %j', async (args, beginning) => {
    const { code, stdout } = await rig().run(args);
    expect({ code, beginning: stdout.slice(0, beginning.length) }).toEqual({ code: 0, beginning });
  });

  test.each([[['--cwd']], [['-C']]])('another directory is named with %j, from anywhere', async (flag) => {
    const { workspace } = rig();
    for (const command of ['status', 'result', 'review']) {
      const { code } = await rig().run([command, ...flag, workspace], { cwd: '/' });
      expect({ command, code }).toEqual({ command, code: 0 });
    }
  });
});
