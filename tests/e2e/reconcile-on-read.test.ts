import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { deadJob } from './dead-jobs.ts';
import { recordOf } from './records.ts';

test.each([
  ['status', 0, 'stdout', /failed[\s\S]*Reason: broker_lost/u],
  ['wait', 1, 'stdout', /failed \(broker_lost\): The broker of this job/u],
  ['result', 0, 'stdout', /failed \(broker_lost\): The broker of this job/u],
  ['logs', 0, 'stdout', /Failed \(broker_lost\): The broker of this job/u],
  ['cancel', 1, 'stderr', /Cannot cancel: \S+ failed \(broker_lost\)/u],
] as const)('"%s" settles a dead job before it looks at it', async (command, status, stream, said) => {
  const rig = await startRig();
  const dead = await deadJob(rig);

  const answer = await rig.run([command, dead]);

  expect(answer.code).toBe(status);
  expect(answer[stream]).toMatch(said);
  expect(recordOf(rig, dead)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
});
