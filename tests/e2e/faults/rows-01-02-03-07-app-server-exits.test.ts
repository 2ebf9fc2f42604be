import { expect, test } from 'vitest';
import type { JobView } from '../../../src/contract/job-view.ts';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { isRunning } from '../../support/processes.ts';
import { BOUND_MS, startRig } from '../../support/rig.ts';
import { startBroker } from '../broker-process.ts';
import { commandPids } from '../codex-side.ts';
import { connectControl } from '../control-connection.ts';
import { background, brokerLog, failed, inTurn, labelOf, runsCommand } from '../records.ts';
import { eventsOf, subscribe } from '../subscribers.ts';

test.each([
  ['fake', fakePrompt({ do: 'stderr', text: 'last words\n' }, { do: 'command', sleepS: 300, never: true })],
  ['real', 'STUB:sleep'],
] as const)(
  'row 1: the death of the app-server is told to everybody, and leaves nothing behind (%s codex)',
  async (codex, prompt) => {
    const rig = await startRig({ codex });
    const broker = await startBroker(rig);
    const subscribers = [await subscribe(rig), await subscribe(rig)];
    const endpoint = labelOf(rig)?.endpoint ?? '';
    const clients = [await connectControl(endpoint), await connectControl(endpoint)];
    const jobId = await background(rig, prompt, ['--write']);
    const { appServer } = await inTurn(rig, jobId, runsCommand);

    const killedAt = Date.now();
    process.kill(appServer.pid, 'SIGKILL');
    const job = await failed(rig, jobId);
    const exit = await broker.exited;

    expect(job).toMatchObject({ reason: 'app_server_exited', errorMessage: expect.stringContaining('SIGKILL') });
    expect(Date.parse(job.completedAt) - killedAt).toBeLessThan(1_000);
    expect(exit).toEqual({ code: 1, signal: null });
    expect(broker.stderr()).toMatch(/error Ending \(app_server_exited\): .* was killed by SIGKILL/u);
    for (const client of clients) {
      await client.closed;
      expect(client.messages.at(-1)).toMatchObject({
        method: 'notifications/broker/shuttingDown',
        params: { cause: 'app_server_exited', exitStatus: 1, successor: false },
      });
    }
    for (const subscriber of subscribers) {
      await subscriber.exited;
      const events = eventsOf(subscriber);
      expect(events.slice(-3)).toMatchObject([
        { type: 'appServer.exited', code: null, signal: 'SIGKILL' },
        { type: 'job.failed', jobId, reason: 'app_server_exited' },
        { type: 'broker.shuttingDown', cause: 'app_server_exited', exitStatus: 1 },
      ]);
      if (codex === 'fake') expect(events.at(-3)).toMatchObject({ stderrTail: expect.stringContaining('last words') });
    }
    expect(rig.leftovers()).toEqual([]);
    expect(rig.processes()).toEqual([]);

    const next = await rig.run(['task', codex === 'fake' ? 'say hello' : 'STUB:hello']);
    expect(next).toMatchObject({ code: 0 });
  },
);

test.each([
  ['fake', fakePrompt({ do: 'stderr', text: 'last words\n' }, { do: 'hang' })],
  ['real', 'STUB:hang'],
] as const)(
  'row 1: a turn whose app-server is killed ends as failed within a second (%s codex)',
  async (codex, prompt) => {
    const rig = await startRig({ codex });
    const client = rig.start(['task', prompt]);
    await client.waitForLine(/Turn started/u, BOUND_MS);
    const appServer = await rig.appServerPid();

    const killedAt = Date.now();
    process.kill(appServer, 'SIGKILL');
    const { code } = await client.exited;

    expect(code).toBe(1);
    expect(client.stderr()).toMatch(/failed \(app_server_exited\): The Codex app-server .* was killed by SIGKILL/u);
    if (codex === 'fake') expect(client.stderr()).toContain('last words');
    const { job } = await rig.json<{ job: JobView }>(['result']);
    expect(Date.parse(job.completedAt ?? '') - killedAt).toBeLessThan(1_000);
  },
);

test('row 1: a task that was handed over in the background fails with the loss of its app-server, too', async () => {
  const rig = await startRig();
  const jobId = await background(rig, 'FAKE:hang');
  const { appServer } = await inTurn(rig, jobId);

  process.kill(appServer.pid, 'SIGKILL');

  expect(await failed(rig, jobId)).toMatchObject({ reason: 'app_server_exited', startedAt: expect.any(String) });
});

test('row 1: an app-server that dies while nothing runs takes its broker with it, and the next task starts both anew', async () => {
  const rig = await startRig();
  const broker = await startBroker(rig);

  process.kill(await rig.appServerPid(), 'SIGKILL');

  expect(await broker.exited).toEqual({ code: 1, signal: null });
  expect(rig.leftovers()).toEqual([]);
  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0 });
});

test('row 1: what a turn had started in a session of its own dies with the app-server', async () => {
  const rig = await startRig();
  const jobId = await background(rig, fakePrompt({ do: 'command', sleepS: 300 }, { do: 'crash' }));

  await failed(rig, jobId);

  const [command] = commandPids(rig);
  await expect.poll(() => command !== undefined && isRunning(command), { timeout: 1_000 }).toBe(false);
  await expect.poll(() => rig.processes()).toEqual([]);
  expect(brokerLog(rig)).toMatch(/Ending \(app_server_exited\)/u);
});

test.each([
  ['fake', fakePrompt({ do: 'say' }, { do: 'hang' })],
  ['real', 'STUB:hang'],
  ['real', 'STUB:sleep'],
] as const)(
  'row 2: an app-server that exits with 0 in the middle of a turn is no success (%s codex, %s)',
  async (codex, prompt) => {
    const rig = await startRig({ codex });
    const client = rig.start(['task', '--write', prompt]);
    await client.waitForLine(prompt === 'STUB:sleep' ? /Running command/u : /Turn started/u, BOUND_MS);

    // Asked to terminate, both of them leave with 0.
    process.kill(await rig.appServerPid(), 'SIGTERM');

    expect(await client.exited).toEqual({ code: 1, signal: null });
    expect(client.stdout()).toBe('');
    expect(client.stderr()).toMatch(/failed \(app_server_exited\): .* exited with code 0/u);
    await expect.poll(() => rig.processes()).toEqual([]);
    expect(rig.leftovers()).toEqual([]);
  },
);

test('row 3: a task right after the loss of the app-server completes on the next one', async () => {
  const rig = await startRig();
  await rig.run(['task', 'FAKE:crash']);

  expect(await rig.run(['task', 'say hello'])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
});

test('row 3: a task that is handed over in the very moment of the loss completes on the next app-server', async () => {
  const rig = await startRig();
  const lost = await background(rig, 'FAKE:hang');
  const { appServer } = await inTurn(rig, lost);

  const next = rig.start(['task', 'say hello']);
  process.kill(appServer.pid, 'SIGKILL');

  expect(await next.exited).toEqual({ code: 0, signal: null });
  expect(await failed(rig, lost)).toMatchObject({ reason: 'app_server_exited' });
});

test.each(['completeThenExitAtOnce', 'exitAfterTurn'])(
  'row 7: four tasks in a row complete on an app-server that dies after each of them (%s)',
  async (step) => {
    const rig = await startRig();

    for (let task = 1; task <= 4; task += 1) {
      expect(await rig.run(['task', `FAKE:${step}`])).toMatchObject({ code: 0, stdout: 'fake answer\n' });
    }
  },
);

test('row 7: four tasks in a row complete while the app-server is killed after each of them (real codex)', async () => {
  const rig = await startRig({ codex: 'real' });

  for (let task = 1; task <= 4; task += 1) {
    expect(await rig.run(['task', 'STUB:hello'])).toMatchObject({ code: 0, stdout: 'hello from stub\n' });
    process.kill(await rig.appServerPid(), 'SIGKILL');
  }
});
