import { expect, test } from 'vitest';
import { writeCodexHome } from '../../support/codex-home.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { freePort } from '../../support/free-port.ts';
import { startRig } from '../../support/rig.ts';

test('row 13: retries for ever are no progress: the idle clock ends the turn and quotes the last error', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_IDLE_TIMEOUT_MS: '500' } });
  const retries = {
    do: 'error',
    message: 'Reconnecting to nowhere',
    willRetry: true,
    times: 1_000,
    everyMs: 50,
  } as const;

  const { code, stderr } = await rig.run(['task', fakePrompt(retries)]);

  expect(code).toBe(124);
  expect(stderr).toMatch(/failed \(idle_timeout\): .*; the last thing it said: Reconnecting to nowhere/u);
});

test('row 13: a network that is not there ends the turn at the idle clock with the last error (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  writeCodexHome(rig.env['CODEX_HOME'] ?? '', { port: await freePort(), retries: 'unbounded' });

  const { code, stderr } = await rig.run(['task', '--idle-timeout', '4500ms', 'STUB:hello']);

  expect(code).toBe(124);
  expect(stderr).toMatch(/failed \(idle_timeout\): .*; the last thing it said: \S/u);
});
