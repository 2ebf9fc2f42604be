import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readJournal } from '../../support/fake-codex/journal.ts';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { tempDir } from '../../support/temp.ts';
import { background, ended, failed, inTurn, killBroker } from '../records.ts';

test('row 23: jobs that waited at a killed broker run after the next read', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const waiting = [await background(rig, 'say hello'), await background(rig, 'say hello')];

  await killBroker(rig);
  await rig.run(['status']);

  expect(await failed(rig, running)).toMatchObject({ reason: 'broker_lost' });
  for (const jobId of waiting) expect(await ended(rig, jobId)).toMatchObject({ status: 'completed' });
});

test('row 23: a queued job whose next broker cannot start its Codex fails with what that said', async () => {
  const start = path.join(tempDir(), 'start');
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1', FAKE_CODEX_START: `@${start}` } });
  await inTurn(rig, await background(rig, 'FAKE:hang'));
  const waiting = await background(rig, 'say hello');
  await killBroker(rig);
  writeFileSync(start, 'exit:7');

  await rig.run(['status']);

  expect(await failed(rig, waiting)).toMatchObject({
    reason: 'app_server_start_failed',
    errorMessage: expect.stringContaining('told to exit with 7'),
  });
});

test('row 24: jobs that wait when the app-server dies run on the next one, without anybody typing', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'FAKE:hang');
  const { appServer } = await inTurn(rig, running);
  const waiting = await background(rig, 'say hello');
  const watched = rig.start(['task', 'say hello']);
  await watched.waitForLine(/Queued/u, BOUND_MS);

  process.kill(appServer.pid, 'SIGKILL');

  expect(await failed(rig, running)).toMatchObject({ reason: 'app_server_exited' });
  expect(await ended(rig, waiting)).toMatchObject({ status: 'completed', attempt: 1 });
  expect((await watched.exited).code).toBe(0);
  expect(watched.stdout()).toBe('fake answer\n');
});

test('row 24: a job that waits when the app-server dies runs on the next one (real codex)', async () => {
  const rig = await startRig({ codex: 'real', env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, 'STUB:hang');
  const { appServer } = await inTurn(rig, running);
  const waiting = await background(rig, 'STUB:hello');

  process.kill(appServer.pid, 'SIGKILL');

  expect(await failed(rig, running)).toMatchObject({ reason: 'app_server_exited' });
  expect(await ended(rig, waiting)).toMatchObject({ status: 'completed', finalMessage: 'hello from stub' });
});

test('row 24: app-servers that die one after another are not started for ever: what still waits fails with the reason', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const first = await background(rig, 'FAKE:hang');
  const { appServer } = await inTurn(rig, first);
  const others: string[] = [];
  for (let n = 0; n < 4; n += 1) others.push(await background(rig, 'FAKE:crash'));

  process.kill(appServer.pid, 'SIGKILL');

  for (const jobId of [first, ...others]) {
    expect(await failed(rig, jobId)).toMatchObject({ reason: 'app_server_exited' });
  }
  expect(readJournal(rig.journal).filter(({ kind }) => kind === 'started')).toHaveLength(3);
  await expect.poll(() => rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
});

test('row 24: jobs that wait for an app-server which cannot start again fail with what it said', async () => {
  const start = path.join(tempDir(), 'start');
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1', FAKE_CODEX_START: `@${start}` } });
  const running = await background(rig, 'FAKE:hang');
  const { appServer } = await inTurn(rig, running);
  const waiting = await background(rig, 'say hello');
  writeFileSync(start, 'exit:7');

  process.kill(appServer.pid, 'SIGKILL');

  expect(await failed(rig, waiting)).toMatchObject({
    reason: 'app_server_start_failed',
    errorMessage: expect.stringContaining('told to exit with 7'),
  });
});
