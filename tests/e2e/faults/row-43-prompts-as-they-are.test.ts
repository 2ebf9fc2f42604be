import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MAX_PROMPT_CHARS } from '../../../src/contract/job.ts';
import { type Rig, startRig } from '../../support/rig.ts';
import { expectNothingStarted } from '../cli.ts';
import { promptsAtCodex } from '../codex-side.ts';

const AWKWARD = [
  'say "hello" and \'bye\'',
  'C:\\temp\\new\\\\share \\" \\u0041',
  'run `rm -rf $HOME` $(id) %PATH% !! *\r',
  '--write --model gpt-9 -C / --background',
  'tab\tand trailing spaces   ',
  '',
  'é ü 漢字 🦀 👩‍👩‍👧 \u202eright to left',
  'escape \u001b[31mred\u001b[0m bell \u0007',
].join('\n');

test('row 43: a prompt in words, a file or a pipe reaches Codex byte for byte', async () => {
  const rig = await startRig();
  const withNul = `${AWKWARD}\n\0 after NUL\n`;
  const file = promptFile(rig, withNul);

  await completed(rig, ['task', '--', AWKWARD]);
  await completed(rig, ['task', '--prompt-file', file]);
  await completed(rig, ['task'], withNul);
  await completed(rig, ['task', '-'], withNul);
  await completed(rig, ['task', '--prompt-file', '-'], withNul);

  expect(promptsAtCodex(rig)).toEqual([AWKWARD, withNul, withNul, withNul, withNul]);
});

test('row 43: flags after "--" are words of the prompt', async () => {
  const rig = await startRig();

  await completed(rig, ['task', '--', '--write', '--model', 'x', '-C', '/']);

  expect(promptsAtCodex(rig)).toEqual(['--write --model x -C /']);
});

test.each(['x', '€', '\0'])(
  'row 43: a prompt of the greatest length is taken, one character more is refused before anything starts (%j)',
  async (char) => {
    const rig = await startRig();
    const longest = 'x'.repeat(MAX_PROMPT_CHARS - 1) + char;

    const refused = await rig.run(['task', '--prompt-file', promptFile(rig, `${longest}x`)]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^codex-companion: The prompt has 1048577 characters; .* 1048576 .*\n$/u);
    expectNothingStarted(rig);

    await completed(rig, ['task', '--prompt-file', promptFile(rig, longest)]);
    expect(promptsAtCodex(rig).map((prompt) => prompt === longest)).toEqual([true]);
  },
);

test('row 43: a prompt on standard input that is too long is refused before anything starts', async () => {
  const rig = await startRig();

  const refused = await rig.run(['task'], { input: 'y'.repeat(4 * MAX_PROMPT_CHARS + 1) });

  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('longer than') });
  expectNothingStarted(rig);
});

async function completed(rig: Rig, args: readonly string[], input = ''): Promise<void> {
  expect(await rig.run(args, { input })).toMatchObject({ code: 0, stdout: 'fake answer\n' });
}

function promptFile(rig: Rig, prompt: string): string {
  const file = path.join(rig.workspace, 'prompt.txt');
  writeFileSync(file, prompt);
  return file;
}
