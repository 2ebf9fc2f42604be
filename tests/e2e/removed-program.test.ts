import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { install } from './installed.ts';
import { background, brokerLog, ended, failed, inTurn, labelOf, recordOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('a broker whose program was removed ends what it runs, and starts threads for new jobs', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '4' } });
  const program = install();
  const first = await program.background(rig, SCRIPTED);
  const turn = await nextTurn();
  const { broker } = await inTurn(rig, first);

  program.remove();
  const hanging = [await background(rig, 'FAKE:hang'), await background(rig, 'FAKE:hang')];
  const last = await background(rig, 'say hello');

  for (const jobId of hanging) expect((await inTurn(rig, jobId)).broker).toEqual(broker);
  expect(await ended(rig, last)).toMatchObject({ status: 'completed', owner: recordOf(rig, first)?.owner });
  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', first])).toMatchObject({ code: 0 });
});

test('after an upgrade the next job runs on a broker of the new version; what the old one has ends on it, and it goes', async () => {
  const { rig, nextTurn } = await startScriptedRig({
    env: { CODEX_COMPANION_MAX_JOBS: '2', CODEX_COMPANION_BROKER_IDLE_MS: '300' },
  });
  const old = install({ version: '1.0.0' });
  const before = await old.background(rig, SCRIPTED);
  const turn = await nextTurn();
  const { broker } = await inTurn(rig, before);
  const hanging = await old.background(rig, 'FAKE:hang');
  await inTurn(rig, hanging);
  const waiting = await old.background(rig, 'say hello');

  const next = install({ version: '1.0.1' });
  old.remove();
  const after = await next.background(rig, 'say hello');

  expect(await ended(rig, after)).toMatchObject({ status: 'completed' });
  expect(recordOf(rig, after)?.owner.brokerKey).not.toBe(recordOf(rig, before)?.owner.brokerKey);
  expect((await next.run(rig, ['status'])).stdout).toContain(before);
  expect(await next.run(rig, ['cancel', hanging])).toMatchObject({ code: 0 });
  expect(await ended(rig, waiting)).toMatchObject({ status: 'completed' });
  expect(isRunning(broker.pid)).toBe(true);
  turn.send({ do: 'finish' });
  expect(await next.run(rig, ['wait', before])).toMatchObject({ code: 0 });
  await eventually(() => rig.processes().length === 0, { withinMs: BOUND_MS, what: 'end of both brokers' });
  expect(rig.leftovers()).toEqual([]);
});

test('jobs that wait when the app-server dies run without anybody typing, though the program was removed', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const program = install();
  const running = await program.background(rig, 'FAKE:hang');
  const { appServer, broker } = await inTurn(rig, running);
  const waiting = [await program.background(rig, 'say hello'), await program.background(rig, 'say hello')];
  program.remove();

  process.kill(appServer.pid, 'SIGKILL');

  expect(await failed(rig, running)).toMatchObject({ reason: 'app_server_exited' });
  for (const jobId of waiting) expect(await ended(rig, jobId)).toMatchObject({ status: 'completed' });
  expect(labelOf(rig)?.process.pid, brokerLog(rig)).toBe(broker.pid);
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
});

test('app-servers that keep dying are not started for ever, though the program was removed', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const program = install();
  const first = await program.background(rig, 'FAKE:hang');
  const { appServer } = await inTurn(rig, first);
  const others: string[] = [];
  for (let n = 0; n < 4; n += 1) others.push(await program.background(rig, 'FAKE:crash'));
  program.remove();

  process.kill(appServer.pid, 'SIGKILL');

  for (const jobId of [first, ...others]) {
    expect(await failed(rig, jobId)).toMatchObject({ reason: 'app_server_exited' });
  }
  await eventually(() => rig.processes().length === 0, { withinMs: BOUND_MS, what: 'end of the broker' });
  expect(rig.leftovers()).toEqual([]);
});
