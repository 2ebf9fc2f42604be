import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decide, self } from '../../../src/status/liveness.ts';
import { bundleFixture } from '../../status/bundle.ts';
import { spawnCaptured } from '../../support/process.ts';
import { isRunning } from '../../support/processes.ts';
import { startRig } from '../../support/rig.ts';
import { tempDir } from '../../support/temp.ts';
import { background, inTurn, killBroker, labelOf, stateOf, statusOf } from '../records.ts';

test('row 21: a pid in a record that belongs to somebody else by now gets no signal, and its job is settled', async () => {
  const rig = await startRig();
  const stranger = spawnCaptured('sleep', ['60'], { env: {} });
  const jobId = await background(rig, 'FAKE:hang');
  const { broker, appServer } = await inTurn(rig, jobId);
  await killBroker(rig);
  await expect.poll(() => isRunning(appServer.pid)).toBe(false);
  const file = path.join(stateOf(rig), 'active', `${jobId}.json`);
  const record: object = JSON.parse(readFileSync(file, 'utf8'));
  const reused = { broker: { ...broker, pid: stranger.pid }, appServer: { ...appServer, pid: stranger.pid } };
  writeFileSync(file, JSON.stringify({ ...record, ...reused }));

  expect(await statusOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(isRunning(stranger.pid)).toBe(true);
});

test('row 21: a stranger that has the pid of a dead broker is not taken for it, nor killed with its leftovers', async () => {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  const stranger = spawnCaptured('sleep', ['60'], { env: {} });
  const label = labelOf(rig);
  await killBroker(rig);
  const [key = ''] = readdirSync(path.join(stateOf(rig), 'brokers'));
  const file = path.join(stateOf(rig), 'brokers', key, 'broker.json');
  writeFileSync(file, JSON.stringify({ ...label, process: { ...label?.process, pid: stranger.pid } }), { mode: 0o600 });

  expect(await rig.run(['broker', 'stop', '--force'])).toMatchObject({ code: 0 });
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0 });

  expect(isRunning(stranger.pid)).toBe(true);
});

test.each([
  ['is there and tells nothing (EPERM)', { kind: 'unreadable' }, 'alive'],
  ['is not there (ESRCH)', { kind: 'absent' }, 'gone'],
  ['is a zombie', { kind: 'seen', state: 'zombie', startTime: '7' }, 'zombie'],
  ['began at another time', { kind: 'seen', state: 'running', startTime: '8' }, 'reused'],
] as const)('row 22 (the decision): a process that %s counts as it should', (_what, seen, expected) => {
  expect(decide({ bootId: 'b', pid: 7, startTime: '7' }, 'b', seen)).toBe(expected);
});

test.runIf(process.getuid?.() === 0)(
  'row 22: a process of another user, which may not be signalled, is alive (as root)',
  () => {
    const directory = tempDir();
    chmodSync(directory, 0o755);
    const prober = bundleFixture('prober', directory);
    const asNobody = ['--reuid=65534', '--clear-groups', process.execPath, prober, JSON.stringify(self())];

    const { stdout, stderr } = spawnSync('setpriv', asNobody, { encoding: 'utf8', cwd: '/' });

    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout)).toEqual({ kill: 'EPERM', probe: 'alive', alive: true, signalled: false });
  },
);
