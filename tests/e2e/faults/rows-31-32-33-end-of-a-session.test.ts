import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { brokerPaths } from '../../../src/config/paths.ts';
import { self } from '../../../src/status/liveness.ts';
import { tryAcquire } from '../../../src/status/lock.ts';
import { BOUND_MS, type Rig, startRig } from '../../support/rig.ts';
import { tempDir } from '../../support/temp.ts';
import { hook, inSession, releases, untilReleased } from '../hooks.ts';
import { background, ended, inTurn, jobOf, recordOf, stateOf, statusOf } from '../records.ts';
import { SCRIPTED, startScriptedRig } from '../scripted.ts';

/** Hosts give these hooks a second or two, all of them together. */
const HOOK_BOUND_MS = 500;

/** A hook is also as slow as the machine is busy: of so many calls the fastest counts. */
const CALLS = 3;

test('row 31: the end of a session touches no other session, in the same workspace, in any way', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const ofA = rig.start(['task', SCRIPTED], inSession('A'));
  const turn = await nextTurn();
  const ofNobody = await background(rig, 'FAKE:hang');
  const ofB = rig.start(['task', 'FAKE:hang'], inSession('B'));
  await ofB.waitForLine(/Turn started/u, BOUND_MS);

  expect(await hook(rig, 'session-end', { session_id: 'B', cwd: rig.workspace })).toEqual(SILENT);

  expect(await ofB.exited).toEqual({ code: 130, signal: null });
  await untilReleased(rig);
  expect((await statusOf(rig, ofNobody)).status).toBe('running');
  turn.send({ do: 'finish', text: 'nothing happened here' });
  expect(await ofA.exited).toEqual({ code: 0, signal: null });
  expect(ofA.stdout()).toBe('nothing happened here\n');
  expect(ofA.stderr()).not.toMatch(/cancel|shutting/iu);
});

test('row 31: the end of a session touches no other session (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const ofB = rig.start(['task', 'STUB:hang'], inSession('B'));
  await ofB.waitForLine(/Turn started/u, BOUND_MS);
  const ofA = rig.start(['task', 'STUB:slow'], inSession('A'));
  await ofA.waitForLine(/Turn started/u, BOUND_MS);

  expect(await hook(rig, 'session-end', { session_id: 'B' })).toEqual(SILENT);

  expect(await ofB.exited).toEqual({ code: 130, signal: null });
  expect(await ofA.exited).toEqual({ code: 0, signal: null });
});

test('row 32: background jobs outlive their session, and foreground jobs do not, wherever their clients went', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '4' } });
  const kept = await background(rig, SCRIPTED, [], inSession('B'));
  const turn = await nextTurn();
  const clients = [1, 2, 3].map(() => rig.start(['task', 'FAKE:hang'], inSession('B')));
  const ids = await Promise.all(clients.map(jobOf));
  await Promise.all(ids.map((id) => inTurn(rig, id)));
  const queued = rig.start(['task', 'FAKE:hang'], inSession('B'));
  const queuedId = await jobOf(queued);
  clients[0]?.kill('SIGKILL');
  clients[1]?.kill('SIGTERM');
  await Promise.all([clients[0]?.exited, clients[1]?.exited]);

  expect(await hook(rig, 'session-end', { session_id: 'B' })).toEqual(SILENT);

  for (const id of [...ids, queuedId]) expect((await ended(rig, id)).status).toBe('cancelled');
  expect(await queued.exited).toEqual({ code: 130, signal: null });
  await untilReleased(rig);
  expect((await statusOf(rig, kept)).status).toBe('running');
  turn.send({ do: 'finish', text: 'still here' });
  expect(await rig.run(['wait', kept])).toMatchObject({ code: 0 });
  expect((await rig.run(['result', kept])).stdout).toMatch(/^still here\n/u);
});

test('row 32: a background job outlives its session, and its result can be read (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });
  const id = await background(rig, 'STUB:one', [], inSession('B'));
  await inTurn(rig, id);

  expect(await hook(rig, 'session-end', { session_id: 'B' })).toEqual(SILENT);

  expect(await rig.run(['wait', id])).toMatchObject({ code: 0 });
  expect((await rig.run(['result', id])).stdout).toMatch(/^after one second\n/u);
});

test.each([
  ['app-server', (id: string, rig: Rig) => Number(recordPids(rig, id).appServer)],
  ['broker', (id: string, rig: Rig) => Number(recordPids(rig, id).broker)],
] as const)(
  'row 33: the end of a session is quick with a frozen %s, and nothing of it is left',
  async (_what, pidOf) => {
    const rig = await startRig();
    const client = rig.start(['task', 'FAKE:hang'], inSession('B'));
    const id = await jobOf(client);
    await inTurn(rig, id);
    const frozen = pidOf(id, rig);
    process.kill(frozen, 'SIGSTOP');

    expect(await fastestEnd(rig)).toBeLessThan(HOOK_BOUND_MS);

    await untilReleased(rig);
    process.kill(frozen, 'SIGCONT');
  },
);

test('row 33: the end of a session is quick with a broker that accepts and never answers', async () => {
  const rig = await startRig();
  await startSilentBroker(rig);

  expect(await fastestEnd(rig)).toBeLessThan(HOOK_BOUND_MS);

  expect(releases(rig)).toBeGreaterThan(0);
  await untilReleased(rig);
});

const SILENT = { code: 0, stdout: '', stderr: '' };

async function fastestEnd(rig: Rig): Promise<number> {
  const tookMs: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const startedAtMs = performance.now();
    expect(await hook(rig, 'session-end', { session_id: 'B' })).toEqual(SILENT);
    tookMs.push(performance.now() - startedAtMs);
  }
  return Math.min(...tookMs);
}

function recordPids(rig: Rig, jobId: string): { readonly broker: number; readonly appServer: number } {
  const job = recordOf(rig, jobId);
  if (job?.status !== 'running') throw new Error(`${jobId} does not run`);
  return { broker: job.broker.pid, appServer: job.appServer.pid };
}

/** Holds the lock of a broker of the workspace, and listens where its label says. */
async function startSilentBroker(rig: Rig): Promise<void> {
  const endpoint = path.join(tempDir(), 'control');
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(endpoint, resolve));
  onTestFinished(() => void server.close());
  mkdirSync(stateOf(rig), { recursive: true, mode: 0o700 });
  const { directory, lock, label } = brokerPaths(stateOf(rig), 'a0a0a0a0a0a0a0a0');
  const claim = tryAcquire(lock, { role: 'broker', holder: 'broker-silent00' });
  if (!claim.ok) throw new Error('The lock is held');
  onTestFinished(() => claim.lock.release());
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const said = {
    brokerId: 'broker-silent00',
    version: '0',
    startedAt: new Date().toISOString(),
    events: 'ipc:///none',
  };
  const rest = { runTag: 'none', codexPath: '/none', codexHome: '/none' };
  writeFileSync(label, JSON.stringify({ process: self(), endpoint, ...said, ...rest }), { mode: 0o600 });
}
