import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { install } from './installed.ts';
import { background, inTurn } from './records.ts';

test('without its packages a command that needs the broker says what to do, in a line', async () => {
  const rig = await startRig();
  const program = install({ packages: false });

  const { code, stdout, stderr } = await program.run(rig, ['task', 'say hello']);

  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toBe(
    `codex-companion: Cannot reach the broker: the package "zeromq" is not installed, or only in part (run "npm ci --ignore-scripts" in "${program.folder}")\n`,
  );
  expect(rig.processes()).toEqual([]);
});

test('without its packages it tells what the jobs are, and does not wait for them in vain', async () => {
  const rig = await startRig();
  const jobId = await background(rig, 'FAKE:hang');
  await inTurn(rig, jobId);
  const program = install({ packages: false });

  expect((await program.run(rig, ['status'])).stdout).toContain(jobId);
  const waited = await program.run(rig, ['wait', jobId]);
  expect(waited).toMatchObject({ code: 4, stderr: expect.stringContaining('"npm ci --ignore-scripts"') });
  expect(await program.run(rig, ['cancel', jobId])).toMatchObject({ code: 0 });
});

test('setup says which packages are missing, and what to do, when it cannot install them', async () => {
  const rig = await startRig();
  const program = install({ packages: false });
  rmSync(path.join(program.folder, 'package-lock.json'));

  const { code, stdout } = await program.run(rig, ['setup', '--json']);

  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    ready: false,
    packages: { available: false, detail: 'not installed, or only in part: zeromq' },
    actionsTaken: [expect.stringMatching(/^Could not install zeromq: /u)],
  });
  expect(report.nextSteps[0]).toBe('Install the packages of the plugin: install codex-companion again.');
});
