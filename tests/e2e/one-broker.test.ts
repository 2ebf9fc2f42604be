import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventually, eventuallyHolds } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { isRunning } from '../support/processes.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { background, brokerLog, ended, inTurn, recordOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const IDLE_MS = 100;

test('broker status says that none runs, and who runs', async () => {
  const rig = await startRig();
  expect(await rig.json(['broker', 'status'])).toEqual({ running: false, workspaceRoot: rig.workspace });
  await rig.run(['task', 'hello']);

  const status = await rig.json<{ pid: number }>(['broker', 'status']);

  expect(status).toMatchObject({
    running: true,
    identity: { pid: status.pid, bootId: expect.any(String), startTime: expect.anything() },
    brokerId: expect.stringMatching(/^broker-/u),
    startedAt: expect.any(String),
    uptimeMs: expect.any(Number),
    version: expect.any(String),
    endpoint: expect.stringContaining(rig.runtimeDir),
    events: expect.stringContaining(rig.runtimeDir),
    workspaceRoot: rig.workspace,
    appServer: { pid: expect.any(Number), version: '0.0.0-fake', state: 'ready', lastAnswerAt: expect.any(String) },
    jobs: { running: 0, queued: 0 },
    clients: 1,
    subscribers: 0,
  });
  expect((await rig.run(['broker', 'status'])).stdout).toContain(`(pid ${status.pid})`);
});

test('a broker that is told to stop lets its jobs end first, and takes no new ones meanwhile', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, SCRIPTED);
  const queued = await background(rig, 'queued');
  const turn = await nextTurn();
  const brokerPid = await rig.brokerPid();
  const stopping = rig.start(['broker', 'stop']);
  await eventuallyHolds(
    async () => (await rig.run(['events', '--topic', 'broker.draining'])).stdout,
    (events) => events !== '',
    { withinMs: BOUND_MS, what: 'draining broker' },
  );

  const late = rig.start(['task', 'late']);
  // It stays connected until the broker is gone; the one who asks is the other.
  await eventuallyHolds(
    () => rig.json<{ clients: number }>(['broker', 'status']),
    ({ clients }) => clients === 2,
    { withinMs: BOUND_MS, what: 'client that waits for the next broker' },
  );
  turn.send({ do: 'finish' });

  expect(await stopping.exited).toEqual({ code: 0, signal: null });
  expect(isRunning(brokerPid)).toBe(false);
  expect([recordOf(rig, running)?.status, recordOf(rig, queued)?.status]).toEqual(['completed', 'completed']);
  expect(await late.exited).toEqual({ code: 0, signal: null });
  expect(late.stdout()).toBe('fake answer\n');
  expect(await rig.brokerPid()).not.toBe(brokerPid);
});

test('broker stop --force cancels what runs and waits, and nothing is left', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, fakePrompt({ do: 'command', sleepS: 300, never: true }));
  const queued = await background(rig, 'queued');
  await inTurn(rig, running);

  expect(await rig.run(['broker', 'stop', '--force'])).toMatchObject({ code: 0, stdout: 'The broker has ended.\n' });

  expect([recordOf(rig, running)?.status, recordOf(rig, queued)?.status]).toEqual(['cancelled', 'cancelled']);
  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);
  expect(await rig.run(['broker', 'stop'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^No broker serves/u),
  });
});

test('a broker that a command of a job has started does not end with that job', async () => {
  const { rig } = await startScriptedRig();
  const outer = await background(rig, SCRIPTED);
  await inTurn(rig, outer);
  const tag = /CODEX_COMPANION_RUN=([^\0]+)/u.exec(environmentOf(await rig.appServerPid()))?.[1] ?? '';
  const cwd = rig.otherWorkspace('inner');

  const { pid } = await rig.json<{ pid: number }>(['broker', 'start'], { cwd, env: { CODEX_COMPANION_RUN: tag } });

  expect(environmentOf(pid)).not.toContain(tag);
  expect(await rig.run(['broker', 'stop', '--force'])).toMatchObject({ code: 0 });
  expect(isRunning(pid)).toBe(true);
});

test('broker restart replaces the broker', async () => {
  const rig = await startRig();
  const { pid } = await rig.json<{ pid: number }>(['broker', 'start']);

  const after = await rig.json<{ pid: number; running: boolean }>(['broker', 'restart']);

  expect(after.running).toBe(true);
  expect(after.pid).not.toBe(pid);
  expect(isRunning(pid)).toBe(false);
});

test('a broker that nobody uses ends by itself and leaves nothing', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_BROKER_IDLE_MS: String(IDLE_MS) } });
  await rig.run(['task', 'hello']);

  await eventually(() => rig.processes().length === 0, { withinMs: BOUND_MS, what: 'end of the idle broker' });

  expect(rig.leftovers()).toEqual([]);
  expect(brokerLog(rig)).toContain('Ending (idle)');
});

test('a job that outlasts the idle time of its broker is not idleness', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_BROKER_IDLE_MS: '1' } });
  const id = await background(rig, fakePrompt({ do: 'wait', ms: 700 }));

  expect((await ended(rig, id)).status).toBe('completed');
});

function environmentOf(pid: number): string {
  return readFileSync(`/proc/${pid}/environ`, 'utf8');
}
