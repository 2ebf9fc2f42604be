import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';

test.each([
  ['no prompt', ['task'], ''],
  ['a blank prompt', ['task', '  \n'], ''],
  ['a blank pipe', ['task', '-'], ' \n'],
  ['words and a file', ['task', '--prompt-file', 'x', 'words'], ''],
  ['a file that does not exist', ['task', '--prompt-file', 'no-such-file'], ''],
])('%s is a usage error, and nothing starts', async (_what, args, input) => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(args, { input });

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
  expectNothingStarted(rig);
});
