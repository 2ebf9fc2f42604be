import { copyFileSync, mkdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildDoubles } from '../support/build-doubles.ts';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { install } from './installed.ts';
import { background, brokerLog, ended, inTurn, recordOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('a broker whose Codex was replaced ends what it has, and then itself; new jobs go to another one at once', async () => {
  const codex = path.join(tempDir(), 'codex');
  copyFileSync((await buildDoubles()).fakeCodex, codex);
  const { rig, nextTurn } = await startScriptedRig({
    // By itself it would stay for ever.
    env: { CODEX_COMPANION_CODEX: codex, CODEX_COMPANION_BROKER_IDLE_MS: '0', CODEX_COMPANION_PROBE_INTERVAL_MS: '50' },
  });
  const before = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const { broker } = await inTurn(rig, before);

  utimesSync(codex, new Date(), new Date(Date.now() + 60_000));
  const after = await background(rig, 'say hello');

  expect(await ended(rig, after)).toMatchObject({ status: 'completed' });
  expect(recordOf(rig, after)?.owner.brokerKey).not.toBe(recordOf(rig, before)?.owner.brokerKey);
  await eventually(() => brokerLog(rig).includes('Superseded by'), {
    withinMs: BOUND_MS,
    what: 'word of the newer one',
  });
  expect(isRunning(broker.pid)).toBe(true);
  turn.send({ do: 'finish' });
  expect(await ended(rig, before)).toMatchObject({ status: 'completed' });
  await eventually(() => !isRunning(broker.pid), { withinMs: BOUND_MS, what: 'end of the superseded broker' });
  expect(brokerLog(rig)).toContain('Ending (superseded)');
  expect(await rig.json(['broker', 'status'])).toMatchObject({ running: true });
});

test('brokers of two accounts serve beside each other', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_PROBE_INTERVAL_MS: '50' } });
  const home = path.join(rig.workspace, 'other-home');
  mkdirSync(home);
  await rig.run(['broker', 'start']);
  const first = await rig.brokerPid();
  await rig.run(['broker', 'start'], { env: { CODEX_HOME: home } });

  // Both go on looking: a job on each of them lasts for more than one look.
  const lasting = fakePrompt({ do: 'wait', ms: 200 });
  const both = [rig.run(['task', lasting]), rig.run(['task', lasting], { env: { CODEX_HOME: home } })];
  expect((await Promise.all(both)).map(({ code }) => code)).toEqual([0, 0]);

  expect(await rig.brokerPid()).toBe(first);
  expect(brokerLog(rig)).not.toContain('Superseded');
  expect(await rig.json(['broker', 'stop'], { env: { CODEX_HOME: home } })).toEqual({ stopped: true, brokers: 1 });
  expect(isRunning(first)).toBe(true);
});

test('broker stop ends the broker of an earlier version, too, and leaves nothing of either', async () => {
  const rig = await startRig();
  const old = install({ version: '0.0.1' });
  expect(await old.run(rig, ['task', 'hello'])).toMatchObject({ code: 0 });
  expect(await rig.run(['task', 'hello'])).toMatchObject({ code: 0 });

  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0, stdout: '2 brokers have ended.\n' });

  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
});
