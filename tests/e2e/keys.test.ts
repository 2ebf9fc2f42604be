import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { git, writeFiles } from '../support/git.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { appServersStarted, promptsAtCodex } from './codex-side.ts';
import { background, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('twenty at once with one key are one job, and all of them get its answer', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const all = Array.from({ length: 20 }, () => rig.run(['task', '--key', 'release 7', SCRIPTED]));
  const turn = await nextTurn();
  turn.send({ do: 'finish', text: 'done once' });

  for (const { code, stdout } of await Promise.all(all))
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'done once\n' });
  expect(promptsAtCodex(rig)).toEqual([SCRIPTED]);
});

test('a key whose job has ended gives its end at once, also of a failed one, and without a broker', async () => {
  const rig = await startRig();
  await rig.run(['task', '--key', 'good', 'say hello']);
  await rig.run(['task', '--key', 'bad', 'FAKE:fail']);
  await rig.run(['broker', 'stop']);

  const again = await rig.run(['task', '--key', 'good', 'say hello']);
  expect(again).toMatchObject({ code: 0, stdout: 'fake answer\n' });
  expect(again.stderr).toContain('It had ended before, as "completed"');
  expect(await rig.run(['task', '--key', 'bad', 'FAKE:fail'])).toMatchObject({ code: 1, stdout: '' });
  const { stdout } = await rig.run(['task', '--background', '--key', 'good', 'say hello']);
  expect(stdout).toMatch(/^Codex Task task-\S+ had ended before, as "completed"\.$/mu);
  expect(appServersStarted(rig)).toBe(1);
  expect(rig.processes()).toEqual([]);
});

test('a key with another prompt is refused with the name of the job that has it, while that runs and after', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, `${SCRIPTED} one`, ['--key', 'k']);
  const turn = await nextTurn();
  const refused = async () => {
    const { code, stderr } = await rig.run(['task', '--key', 'k', `${SCRIPTED} two`]);
    expect(code).toBe(2);
    expect(stderr).toContain(`Cannot hand in the job under the key "k": ${id} has it, with another prompt`);
  };

  await refused();
  turn.send({ do: 'finish' });
  await rig.run(['wait', id]);
  await refused();
  expect(await statusOf(rig, id)).toMatchObject({ status: 'completed', key: 'k' });
});

test('another broker of the workspace knows the key, too, and follows the job where it runs', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const home = path.join(rig.workspace, 'other-home');
  mkdirSync(home);
  const env = { CODEX_HOME: home };
  const id = await background(rig, SCRIPTED, ['--key', 'k']);
  const turn = await nextTurn();
  const joined = rig.start(['task', '--key', 'k', SCRIPTED], { env });
  await joined.waitForLine(new RegExp(`Job ${id}`, 'u'), BOUND_MS);
  turn.send({ do: 'finish', text: 'from the other' });

  expect((await joined.exited).code).toBe(0);
  expect(joined.stdout()).toBe('from the other\n');
  expect(promptsAtCodex(rig)).toEqual([SCRIPTED]);
  expect(await rig.run(['broker', 'stop'], { env })).toMatchObject({ code: 0 });
});

test('a key that is empty or too long is a mistake of usage', async () => {
  const rig = await startRig();
  for (const key of ['', 'k'.repeat(201)]) {
    const { code, stderr } = await rig.run(['task', '--key', key, 'say hello']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Give 1 to 200 characters') });
  }
  expect(rig.processes()).toEqual([]);
});

test('a review has a key, too: the same one again is the same review, and a task cannot have it', async () => {
  const rig = await startRig();
  git(rig.workspace, 'init', '--quiet');
  writeFiles(rig.workspace, { 'new.txt': 'new\n' });
  const first = await rig.json<{ jobId: string }>(['review', '--key', 'k']);
  const second = await rig.json<{ jobId: string }>(['review', '--key', 'k']);

  expect(second).toEqual(first);
  expect(await rig.run(['task', '--key', 'k', 'say hello'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`${first.jobId} has it, with another kind`),
  });
});
