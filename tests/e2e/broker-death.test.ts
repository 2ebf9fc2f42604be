import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { startRig } from '../support/rig.ts';
import { startBroker } from './broker-process.ts';
import { background, inTurn, killBroker, recordOf, runsCommand, stateOf, statusOf } from './records.ts';

test('twenty readers at once settle a dead job once, and say the same of it', async () => {
  const rig = await startRig();
  const jobId = await background(rig, 'FAKE:hang');
  await inTurn(rig, jobId);
  await killBroker(rig);

  const views = await Promise.all(Array.from({ length: 20 }, () => statusOf(rig, jobId)));

  const said = new Set(views.map(({ status, reason, completedAt }) => `${status} ${reason} ${completedAt}`));
  expect([...said]).toEqual([expect.stringMatching(/^failed broker_lost /u)]);
  const finished = readdirSync(path.join(stateOf(rig), 'finished'));
  expect(finished.filter((name) => name.includes(jobId))).toHaveLength(1);
  expect(readdirSync(path.join(stateOf(rig), 'active'))).toEqual([]);
});

test('a broker that is told to terminate settles what it runs, and leaves nothing behind', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const broker = await startBroker(rig);
  const jobId = await background(rig, fakePrompt({ do: 'command', sleepS: 300, never: true }));
  await inTurn(rig, jobId, runsCommand);
  const waiting = await background(rig, 'say hello');

  broker.kill('SIGTERM');

  expect(await broker.exited).toEqual({ code: 143, signal: null });
  expect(recordOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(rig.leftovers()).toEqual([]);
  expect(rig.processes()).toEqual([]);
  expect(recordOf(rig, waiting)).toMatchObject({ status: 'queued' });
  expect(await rig.run(['wait', waiting])).toMatchObject({ code: 0 });
});
