import { expect, test } from 'vitest';
import { ALL_COMMANDS } from '../../../src/cli/all-commands.ts';
import { startRig } from '../../support/rig.ts';
import { expectNothingStarted } from '../cli.ts';

const COMMANDS = [
  [],
  ...Object.keys(ALL_COMMANDS).map((name) => [name]),
  ...['start', 'stop', 'restart', 'status'].map((name) => ['broker', name]),
  ['session', 'release'],
];

test('row 44: --help of every command prints its usage, starts nothing and leaves no trace', async () => {
  const rig = await startRig();

  for (const command of COMMANDS) {
    const { code, stdout, stderr } = await rig.run([...command, '--help']);
    expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: ${['codex-companion', ...command].join(' ')}\\b`, 'u'));
  }
  expect((await rig.run(['task', 'hello', '--help'])).stdout).toMatch(/^Usage: codex-companion task\b/u);
  expect((await rig.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expectNothingStarted(rig);
});

test.each([
  [['task', '--wirte', 'x'], /unknown option '--wirte' .*--write\?/u],
  [['status', '--al'], /unknown option '--al' .*--all\?/u],
  [['statsu'], /unknown command 'statsu' .*status\?/u],
  [['statsu', '--help'], /unknown command 'statsu' .*status\?/u],
  [['help', 'statsu'], /unknown command 'statsu' .*status\?/u],
  [['broker', 'strat', '--help'], /unknown command 'strat' .*start\?/u],
  [['broker', 'strat'], /unknown command 'strat' .*start\?/u],
  [['task', '--effort', 'silly', 'x'], /'silly' .*none, minimal, low, medium, high, xhigh/u],
  [['task', '--timeout', 'soon', 'x'], /"soon" is not a duration/u],
  [['task', '--idle-timeout', '-5m', 'x'], /"-5m" is not a duration|unknown option|argument missing/u],
  [['task', '--model'], /'-m, --model <model>' argument missing/u],
  [['setup', '--enable-gate'], /unknown option '--enable-gate'/u],
  [['setup', 'now'], /too many arguments for 'setup'/u],
  [['transfer', '--sorce', 'x'], /unknown option '--sorce' .*--source\?/u],
  [['wait'], /missing required argument 'job'/u],
  [['wait', 'a', '--any', '--all'], /--any or --all, not both/u],
  [['logs', '-n', 'many'], /'many' .*whole number/u],
  [['status', '--wait'], /`status --wait` requires a job id/u],
  [['task', '-C', '/no/such/place', 'x'], /"\/no\/such\/place" .*does not exist/u],
  [['status', '-C', '/etc/passwd'], /"\/etc\/passwd" .*not a directory/u],
])('row 44: a command that cannot be understood says why in one line and starts nothing: %j', async (args, why) => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
  expect(stderr).toMatch(why);
  expectNothingStarted(rig);
});

test('row 44: an option that takes a name is not taken without one', async () => {
  const rig = await startRig();

  for (const args of [
    ['task', '--model', '', 'x'],
    ['task', '-C', ' ', 'x'],
    ['task', '--prompt-file='],
    ['task', '--write', '--add-dir', '', 'x'],
    ['task', '--resume=', 'x'],
    ['review', '--base', ''],
    ['transfer', '--source', ''],
  ]) {
    const { code, stdout, stderr } = await rig.run(args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^codex-companion: option '[^']+' argument ' ?' is invalid\. Give one, or leave the option out [^\n]*\n$/u,
    );
  }
  expectNothingStarted(rig);
});
