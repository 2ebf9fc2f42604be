import { expect, test } from 'vitest';
import { startRig } from '../../support/rig.ts';
import { startBroker } from '../broker-process.ts';
import { background, failed, inTurn } from '../records.ts';
import { eventsOf, subscribe } from '../subscribers.ts';

test.each([
  ['fake', 'FAKE:hang'],
  ['real', 'STUB:hang'],
] as const)('row 14: a frozen app-server is found out by its silence, and killed (%s codex)', async (codex, prompt) => {
  const rig = await startRig({
    codex,
    env: { CODEX_COMPANION_PROBE_INTERVAL_MS: '100', CODEX_COMPANION_PROBE_TIMEOUT_MS: '500' },
  });
  const broker = await startBroker(rig);
  const subscriber = await subscribe(rig);
  const jobId = await background(rig, prompt);
  const { appServer } = await inTurn(rig, jobId);

  process.kill(appServer.pid, 'SIGSTOP');

  expect(await failed(rig, jobId)).toMatchObject({ reason: 'app_server_unresponsive' });
  expect(await broker.exited).toEqual({ code: 1, signal: null });
  await subscriber.exited;
  expect(eventsOf(subscriber)).toMatchObject(
    expect.arrayContaining([
      { type: 'appServer.unresponsive', silentMs: expect.any(Number) },
      expect.objectContaining({ type: 'broker.shuttingDown', cause: 'app_server_unresponsive' }),
    ]),
  );
  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
});
