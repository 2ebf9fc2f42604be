import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { spawnCaptured } from '../support/process.ts';
import { startRig } from '../support/rig.ts';

const CLI = path.join(PROJECT_ROOT, 'dist', 'cli.cjs');

/** Everything that is written there fails as on a full disk. */
const FULL = '/dev/full';

test.runIf(existsSync(FULL)).each(['status', '--help', 'task --help', '--version'])(
  '%s: what cannot be written is an error in one line',
  async (command) => {
    const { code, stderr } = await inShell(`${command} > ${FULL}`);

    expect(code).toBe(1);
    expect(stderr).toMatch(/^codex-companion: Cannot write the output: ENOSPC[^\n]*\n$/u);
  },
);

test.runIf(existsSync(FULL))('a task goes on, and answers, when its progress cannot be written', async () => {
  expect(await inShell(`task hello 2> ${FULL}`)).toEqual({ code: 0, stdout: 'fake answer\n', stderr: '' });
});

async function inShell(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const rig = await startRig();
  const shell = spawnCaptured('sh', ['-c', `"${process.execPath}" "${CLI}" ${command}`], {
    cwd: rig.workspace,
    env: rig.env,
    input: '',
  });
  const { code } = await shell.exited;
  return { code, stdout: shell.stdout(), stderr: shell.stderr() };
}
