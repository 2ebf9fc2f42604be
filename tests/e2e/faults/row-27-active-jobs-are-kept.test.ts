import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JobView } from '../../../src/contract/job-view.ts';
import { finishedClones } from '../dead-jobs.ts';
import { background, ended } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

test('row 27: a running job keeps its record and its log while sixty newer ones finish', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const running = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const done = await background(rig, 'say hello');
  await ended(rig, done);
  await finishedClones(rig, done, 59);
  await rig.run(['task', 'one more']);

  const { job } = await rig.json<{ job: JobView }>(['status', running]);

  expect(job).toMatchObject({ id: running, status: 'running' });
  expect(readFileSync(job.logFile, 'utf8')).toContain('Turn started');
  expect((await rig.json<{ recent: unknown[] }>(['status', '--all'])).recent).toHaveLength(60);
  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', running])).toMatchObject({ code: 0 });
});
