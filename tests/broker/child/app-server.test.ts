import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AppServer } from '../../../src/broker/child/app-server.ts';
import { AppServerProcess } from '../../../src/broker/child/process.ts';
import { signalIfSame } from '../../../src/status/liveness.ts';
import { tempDir } from '../../support/temp.ts';

vi.mock('../../../src/status/liveness.ts', { spy: true });

const ANSWERS_ONCE = `
  process.stdin.once('data', () => console.log(JSON.stringify({ id: 1, result: { userAgent: 'codex/1.2.3' } })));
  setInterval(() => undefined, 60_000);
`;

test('an app-server that no signal ends holds nobody up: it is gone without an exit', async () => {
  const cwd = tempDir();
  const script = path.join(cwd, 'codex.js');
  writeFileSync(script, ANSWERS_ONCE);
  const codex = { path: script, command: process.execPath, script: [script], environment: {}, fingerprint: '' };
  const child = await AppServerProcess.start({ codex, cwd, environment: {} });
  onTestFinished(async () => {
    process.kill(child.identity.pid, 'SIGKILL');
    await child.exited;
  });
  const ignore = () => undefined;
  const appServer = await AppServer.open(child, {
    clientVersion: '1',
    startTimeoutMs: 10_000,
    requestTimeoutMs: 10_000,
    onLine: () => false,
    onNotification: ignore,
    onRequest: () => Promise.resolve(null),
    onGarbage: ignore,
    onSettled: ignore,
  });

  // As one that hangs in the kernel takes it.
  vi.mocked(signalIfSame).mockReturnValue(true);
  await appServer.stop({ frozen: true });

  await expect(appServer.gone).resolves.toMatchObject({ code: null, signal: null });
  expect(appServer.state.id).toBe('gone');
});
