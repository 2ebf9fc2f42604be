import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { expectNothingStarted, startOpen } from './cli.ts';
import { promptsAtCodex, turnStarts } from './codex-side.ts';

test.each([
  ['no prompt', ['task'], ''],
  ['a blank prompt', ['task', '  \n'], ''],
  ['a blank pipe', ['task', '-'], ' \n'],
  ['words and a file', ['task', '--prompt-file', 'x', 'words'], ''],
])('%s is a usage error, and nothing starts', async (_what, args, input) => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(args, { input });

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
  expectNothingStarted(rig);
});

test.each([
  ['no-such-file', 'it does not exist'],
  ['.', 'it is a directory'],
])('a prompt file that cannot be read is named, with why and what to do: %s', async (file, why) => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['task', '--prompt-file', file]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const named = path.resolve(rig.workspace, file);
  expect(stderr).toBe(
    `codex-companion: Cannot read the prompt file "${named}": ${why} (name another one, or "-" for standard input, or give the prompt as words)\n`,
  );
  expectNothingStarted(rig);
});

test('a resumed task takes its prompt from a pipe, too, and goes on by itself when nothing comes', async () => {
  const rig = await startRig();
  await rig.run(['task', 'begin']);

  await rig.run(['task', '--resume-last'], { input: 'the other half' });
  const silent = startOpen(rig, ['task', '--resume-last']);

  expect(await silent.exited).toEqual({ code: 0, signal: null });
  expect(promptsAtCodex(rig).slice(1)).toEqual([
    'the other half',
    expect.stringMatching(/^Continue from the current thread state\./u),
  ]);
});

test('a prompt file is looked for where the task is to work', async () => {
  const rig = await startRig();
  writeFileSync(path.join(rig.workspace, 'prompt.md'), 'from the file');

  const { code } = await rig.run(['task', '--cwd', rig.workspace, '--prompt-file', 'prompt.md'], { cwd: '/' });

  expect(code).toBe(0);
  expect(promptsAtCodex(rig)).toEqual(['from the file']);
});

test('--wait is what a task does anyway, and an effort may be shouted', async () => {
  const rig = await startRig();

  expect(await rig.run(['task', '--wait', '--effort', 'HIGH', 'look'])).toMatchObject({ code: 0 });

  expect(turnStarts(rig)).toMatchObject([{ input: [{ text: 'look' }], effort: 'high' }]);
});
