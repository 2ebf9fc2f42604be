import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../support/codex-package.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { spawnCaptured } from '../../support/process.ts';
import { processesWithEnv } from '../../support/processes.ts';
import { startRig } from '../../support/rig.ts';

const TAG = 'CODEX_COMPANION_TEST_RUN';

test('row 55: a process that outlives its test is found by what marks the run, and is what the run reports', async () => {
  const { survivors } = await import(path.join(PROJECT_ROOT, 'scripts', 'lib', 'survivors.mjs'));
  const value = `row-55-${process.pid}`;
  const before = new Set(pidsOf(survivors(`${TAG}=${value}`)));
  const orphan = spawnCaptured('sleep', ['60'], { env: { [TAG]: value } });
  const found = () => pidsOf(survivors(`${TAG}=${value}`)).filter((pid) => pid === orphan.pid && !before.has(pid));

  await expect.poll(found).toEqual([orphan.pid]);
  orphan.kill('SIGKILL');
  await orphan.exited;

  expect(found()).toEqual([]);
});

test('row 55: the last step of "npm test" asks for survivors, and every rig marks what it starts', async () => {
  const last = readFileSync(path.join(PROJECT_ROOT, 'scripts', 'test.mjs'), 'utf8');
  expect(last).toContain('const clean = await nobodySurvived();');
  const rig = await startRig({ env: { [TAG]: 'row-55' } });
  await rig.run(['task', fakePrompt({ do: 'command', sleepS: 300 })]);

  const marked = processesWithEnv(TAG, 'row-55').map(({ pid }) => pid);

  expect(marked.sort()).toEqual(
    rig
      .processes()
      .map(({ pid }) => pid)
      .sort(),
  );
  expect(marked.length).toBeGreaterThanOrEqual(2);
});

function pidsOf(processes: ReadonlyArray<{ readonly pid: number }>): number[] {
  return processes.map(({ pid }) => pid);
}
