import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readJournal } from '../../support/fake-codex/journal.ts';
import { startRig } from '../../support/rig.ts';

test('row 50: another CODEX_HOME, another codex binary and another workspace each have a broker of their own', async () => {
  const rig = await startRig();
  const home = path.join(rig.workspace, 'other-home');
  mkdirSync(home);
  const codex = path.join(rig.workspace, 'codex');
  copyFileSync(rig.env['CODEX_COMPANION_CODEX'] ?? '', codex);
  chmodSync(codex, 0o755);
  const places = [
    {},
    { env: { CODEX_HOME: home } },
    { env: { CODEX_COMPANION_CODEX: codex } },
    { cwd: rig.otherWorkspace('other') },
  ];

  const started = await Promise.all(places.map((place) => rig.json<{ pid: number }>(['broker', 'start'], place)));
  const again = await Promise.all(places.map((place) => rig.json<{ pid: number }>(['broker', 'start'], place)));

  const pids = started.map(({ pid }) => pid);
  expect(new Set(pids).size).toBe(4);
  expect(again.map(({ pid }) => pid)).toEqual(pids);
  for (const place of places) expect(await rig.run(['broker', 'stop'], place)).toMatchObject({ code: 0 });
  expect(rig.leftovers()).toEqual([]);
});

test('row 50: after a switch of CODEX_HOME the next job runs with the new account, and back with the old one', async () => {
  const rig = await startRig();
  const other = path.join(rig.workspace, 'other-home');
  mkdirSync(other);
  const homes = [{}, { CODEX_HOME: other }, {}];

  for (const env of homes) expect(await rig.run(['task', 'say hello'], { env })).toMatchObject({ code: 0 });

  const started = readJournal(rig.journal).flatMap((entry) => (entry.kind === 'started' ? [entry] : []));
  expect(started.map(({ env }) => env['CODEX_HOME'])).toEqual([rig.env['CODEX_HOME'], other]);
  const threads = readJournal(rig.journal).filter(
    (entry) => entry.kind === 'received' && entry.message.method === 'turn/start',
  );
  const [first, second] = started.map(({ pid }) => pid);
  expect(threads.map(({ pid }) => pid)).toEqual([first, second, first]);
  expect(await rig.run(['broker', 'stop'], { env: { CODEX_HOME: other } })).toMatchObject({ code: 0 });
});
