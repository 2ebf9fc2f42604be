import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../support/codex-package.ts';
import { eventually } from '../../support/eventually.ts';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { tempDir } from '../../support/temp.ts';
import { background, ended, inTurn, killBroker, recordOf, statusOf } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

test('row 49: after an upgrade of codex the next job runs on the new one; what the old one runs ends on it, and then it goes', async () => {
  const codex = path.join(tempDir(), 'codex');
  install(codex, '1.0.0-fake');
  const { rig, nextTurn } = await startScriptedRig({
    env: { CODEX_COMPANION_CODEX: codex, CODEX_COMPANION_BROKER_IDLE_MS: '300' },
  });
  const before = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const { broker } = await inTurn(rig, before);

  install(codex, '2.0.0-fake');
  const after = await background(rig, 'say hello');

  expect(await ended(rig, after)).toMatchObject({ status: 'completed', resolved: { codexVersion: '2.0.0-fake' } });
  expect(await statusOf(rig, before)).toMatchObject({ status: 'running', pid: broker.pid });
  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', before])).toMatchObject({ code: 0 });
  expect(recordOf(rig, before)).toMatchObject({ resolved: { codexVersion: '1.0.0-fake' } });
  await eventually(() => rig.processes().length === 0, { withinMs: BOUND_MS, what: 'end of both brokers' });
  expect(rig.leftovers()).toEqual([]);
});

test('row 49: a job that waits for a broker of a codex that was replaced runs on the new one', async () => {
  const codex = path.join(tempDir(), 'codex');
  install(codex, '1.0.0-fake');
  const rig = await startRig({ env: { CODEX_COMPANION_CODEX: codex, CODEX_COMPANION_MAX_JOBS: '1' } });
  await inTurn(rig, await background(rig, 'FAKE:hang'));
  const waiting = await background(rig, 'say hello');
  await killBroker(rig);

  install(codex, '2.0.0-fake');
  await rig.run(['status']);

  expect(await ended(rig, waiting)).toMatchObject({ status: 'completed', resolved: { codexVersion: '2.0.0-fake' } });
});

/** As an installer does: the old file stays as it is for whoever runs it. */
function install(codex: string, version: string): void {
  const text = readFileSync(fakeCodexFile(), 'utf8').replaceAll('0.0.0-fake', version);
  writeFileSync(`${codex}.new`, text);
  chmodSync(`${codex}.new`, 0o755);
  renameSync(`${codex}.new`, codex);
}

function fakeCodexFile(): string {
  return path.join(PROJECT_ROOT, '.build', 'fake-codex', 'codex');
}
