import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Rig, startRig } from '../support/rig.ts';
import { background, ended, inTurn, labelOf, recordOf, stateOf } from './records.ts';

const PROBE_MS = 100;
const QUICK = { env: { CODEX_COMPANION_PROBE_INTERVAL_MS: String(PROBE_MS) } };

function labelFile(rig: Rig, jobId: string): string {
  const key = recordOf(rig, jobId)?.owner.brokerKey ?? '';
  return path.join(stateOf(rig), 'brokers', key, 'broker.json');
}

test('a broker whose sockets were removed makes them anew, and its jobs go on', async () => {
  const rig = await startRig(QUICK);
  const jobId = await background(rig, 'FAKE:hang');
  const { broker } = await inTurn(rig, jobId);
  const label = labelOf(rig);
  const sockets = [label?.endpoint ?? '', (label?.events ?? '').replace('ipc://', '')];

  for (const socket of sockets) rmSync(socket);

  await expect.poll(() => sockets.filter((socket) => !existsSync(socket))).toEqual([]);
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0 });
  expect(await rig.brokerPid()).toBe(broker.pid);
  expect(recordOf(rig, jobId)?.status).toBe('running');
});

test.each([
  ['removed', (file: string) => rmSync(file)],
  ['damaged', (file: string) => writeFileSync(file, '{"half')],
])('a broker whose label was %s writes it anew', async (_how, harm) => {
  const rig = await startRig(QUICK);
  const jobId = await background(rig, 'FAKE:hang');
  await inTurn(rig, jobId);
  const file = labelFile(rig, jobId);
  const before = readFileSync(file, 'utf8');

  harm(file);

  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toBe(before);
  expect(await rig.run(['cancel', jobId])).toMatchObject({ code: 0 });
});

test('stop --force ends a broker that can no longer be found', async () => {
  const rig = await startRig({
    env: { CODEX_COMPANION_PROBE_INTERVAL_MS: '600000', CODEX_COMPANION_PROBE_TIMEOUT_MS: '900000' },
  });
  const jobId = await background(rig, 'FAKE:hang');
  await inTurn(rig, jobId);
  rmSync(labelFile(rig, jobId));

  expect(await rig.run(['broker', 'stop', '--force'])).toMatchObject({ code: 0 });

  expect(await ended(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
});

test('a broker whose threads have lost their files writes them anew', async () => {
  const rig = await startRig(QUICK);
  const jobId = await background(rig, 'FAKE:hang');
  await inTurn(rig, jobId);
  const threads = path.join(path.dirname(labelFile(rig, jobId)), 'threads');
  expect(readdirSync(threads).sort()).toEqual(['pool-thread.cjs', 'thread.mjs']);

  rmSync(threads, { recursive: true });

  await expect.poll(() => existsSync(threads) && readdirSync(threads)).toHaveLength(2);
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0 });
  expect(recordOf(rig, jobId)?.status).toBe('running');
});
