import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Finished, startRig } from '../support/rig.ts';
import { startInShell } from './cli.ts';

/** Everything that is written there fails as on a full disk. */
const FULL = '/dev/full';

test.runIf(existsSync(FULL)).each(['status', '--help', 'task --help', '--version'])(
  '%s: what cannot be written is an error in one line',
  async (command) => {
    const { code, stderr } = await inShell(`"$@" > ${FULL}`, command.split(' '));

    expect(code).toBe(1);
    expect(stderr).toMatch(/^codex-companion: Cannot write the output: ENOSPC[^\n]*\n$/u);
  },
);

test.runIf(existsSync(FULL))('a task goes on, and answers, when its progress cannot be written', async () => {
  expect(await inShell(`"$@" 2> ${FULL}`, ['task', 'hello'])).toEqual({ code: 0, stdout: 'fake answer\n', stderr: '' });
});

async function inShell(line: string, args: readonly string[]): Promise<Finished> {
  const shell = startInShell(await startRig(), line, args);
  const { code } = await shell.exited;
  return { code, stdout: shell.stdout(), stderr: shell.stderr() };
}
