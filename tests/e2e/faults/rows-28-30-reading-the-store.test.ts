import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newJobId } from '../../../src/contract/ids.ts';
import { type Finished, startRig } from '../../support/rig.ts';
import { deadJob, finishedClones, finishedFile } from '../dead-jobs.ts';
import { background, ended, stateOf } from '../records.ts';

test('row 28: damaged records are told once by every command, kept as they are, and hide nothing else', async () => {
  const rig = await startRig();
  const [good, bad] = [await background(rig, 'say hello'), await background(rig, 'say hello')];
  for (const jobId of [good, bad]) await ended(rig, jobId);
  await rig.run(['broker', 'stop']);
  const truncated = finishedFile(rig, bad);
  truncateSync(truncated, 100);
  const scribbled = path.join(stateOf(rig), 'active', `${newJobId('task', Date.now())}.json`);
  writeFileSync(scribbled, '\0\0\0 no record', { mode: 0o600 });
  const before = [truncated, scribbled].map((file) => readFileSync(file));

  for (const command of ['status', 'wait', 'result', 'logs', 'cancel']) {
    const answer = await rig.run([command, good]);
    expect(answer.code, command).toBe(command === 'cancel' ? 1 : 0);
    for (const file of [truncated, scribbled]) expect(timesTold(answer, file), `${command}: ${answer.stderr}`).toBe(1);
  }
  const overview = await rig.run(['status']);
  expect(overview).toMatchObject({ code: 0, stdout: expect.stringContaining(good) });
  for (const file of [truncated, scribbled]) expect(timesTold(overview, file)).toBe(1);
  expect([truncated, scribbled].map((file) => readFileSync(file))).toEqual(before);

  // The next broker sets them aside, under its lock; they are still told.
  await rig.run(['task', 'say hello']);
  const aside = path.join(stateOf(rig), 'quarantine');
  expect(readdirSync(aside).sort()).toEqual([truncated, scribbled].map((file) => path.basename(file)).sort());
  expect([truncated, scribbled].map((file) => readFileSync(path.join(aside, path.basename(file))))).toEqual(before);
  const after = await rig.run(['status']);
  for (const file of [truncated, scribbled]) expect(timesTold(after, path.join(aside, path.basename(file)))).toBe(1);
});

test('row 30: a dead job behind many newer finished ones is settled first and shown first', async () => {
  const rig = await startRig();
  const done = await background(rig, 'say hello');
  await finishedClones(rig, done, 9);
  const dead = await deadJob(rig);
  await finishedClones(rig, done, 9);

  const { stdout } = await rig.run(['status']);

  expect(stdout).toContain(`Latest finished:\n- ${dead} | failed`);
  expect(stdout).toContain('Reason: broker_lost');
  expect(stdout).not.toContain('Active jobs:');
});

function timesTold({ stderr }: Finished, file: string): number {
  return stderr.split('\n').filter((line) => line.includes(`"${file}"`)).length;
}
