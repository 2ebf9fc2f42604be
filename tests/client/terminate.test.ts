import { expect, test } from 'vitest';
import { terminate } from '../../src/client/terminate.ts';
import { identify } from '../../src/status/liveness.ts';
import { spawnCaptured } from '../support/process.ts';

test.each<[string, string, number, NodeJS.Signals]>([
  ['that obeys ends as it was asked to', '', 20_000, 'SIGTERM'],
  ['that does not is killed', 'process.on("SIGTERM", () => {});', 50, 'SIGKILL'],
])('a process %s', async (_name, before, graceMs, signal) => {
  const { child, identity } = await lasting(before);

  await terminate(identity, graceMs);

  expect(await child.exited).toEqual({ code: null, signal });
});

test('a stranger with the same pid is left alone', async () => {
  const { child, identity } = await lasting('process.on("SIGTERM", () => process.exit(7));');

  await terminate({ ...identity, startTime: '1' }, 20_000);
  await terminate(identity, 20_000);

  expect(await child.exited).toEqual({ code: 7, signal: null });
});

async function lasting(before: string) {
  const script = `${before} setInterval(() => {}, 1e6); console.log("up")`;
  const child = spawnCaptured(process.execPath, ['-e', script], { input: '' });
  await child.waitForLine(/^up$/u, 20_000);
  const identity = identify(child.pid);
  if (identity === null) throw new Error('The process is gone');
  return { child, identity };
}
