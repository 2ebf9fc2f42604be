import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { prepareArguments } from '../../src/cli/arguments.ts';
import { BRIEF_COMMANDS, stays } from '../../src/cli/brief-commands.ts';
import { programFor } from '../../src/cli/program.ts';

test.each([
  [false, ['task', '--background', 'hello']],
  [false, ['task', '--background --model m hello']],
  [true, ['task', 'hello']],
  [true, ['task', '--', 'what is --background']],
  [true, ['task', 'what is --background']],
  [true, ['task', '--model', '--background', 'hello']],
  [false, ['status', '--json']],
  [false, ['status', 'task-1', '--timeout-ms', '5']],
  [true, ['status', 'task-1', '--wait']],
  [true, ['status', `task-1 --w"ai"t`]],
  [false, ['result', 'task-1']],
  [false, ['cancel']],
])('that it stays is %j of %j', async (expected, args) => {
  const program = await programFor(BRIEF_COMMANDS, args);
  const asked: boolean[] = [];
  program.hook('preAction', (_program, command: Command) => {
    asked.push(stays(command));
    throw new Error('only asked');
  });

  await expect(program.parseAsync(prepareArguments(program, args), { from: 'user' })).rejects.toThrow('only asked');

  expect(asked).toEqual([expected]);
});
