import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { promptsAtCodex } from './codex-side.ts';
import { background, ended, failed, inTurn, killBroker, recordOf, runsCommand, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const OVERLOADED = fakePrompt({ do: 'fail', message: 'busy', codexErrorInfo: 'serverOverloaded' });

test('a task whose app-server dies before it has done anything is tried again; whoever waits sees only its answer', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const waiting = rig.start(['task', '--retries', '2', SCRIPTED]);
  const first = await nextTurn();
  first.send({ do: 'usage', inputTokens: 1_000, outputTokens: 5 });
  first.send({ do: 'say', text: 'let me think' });
  await waiting.waitForLine(/let me think/u, BOUND_MS);
  process.kill(first.pid, 'SIGKILL');
  (await nextTurn()).send({ do: 'finish', text: 'second time lucky' });

  expect((await waiting.exited).code).toBe(0);
  expect(waiting.stdout()).toBe('second time lucky\n');
  const id = /Job (task-\S+)/u.exec(waiting.stderr())?.[1] ?? '';
  expect(recordOf(rig, id)).toMatchObject({ status: 'completed', attempt: 2, work: { acted: false } });
  // What the lost attempt used was used.
  expect(recordOf(rig, id)?.work.usage).toMatchObject({ totalTokens: 1_125, inputTokens: 1_100, outputTokens: 25 });
  const explained = (await rig.run(['explain', id])).stdout;
  expect(explained).toMatch(
    /started .*attempt 1[\s\S]*retrying .*attempt 2 of 3 after app_server_exited[\s\S]*started .*attempt 2/u,
  );
  expect((await rig.run(['logs', id])).stdout).toContain('Attempt 1 of 3 failed (app_server_exited), trying again');
});

test('a job that has run a command is not tried again, and neither is one without retries', async () => {
  const rig = await startRig();
  const acted = await background(rig, fakePrompt({ do: 'command', never: true }), ['--retries', '5']);
  const plain = await background(rig, 'FAKE:hang');
  await inTurn(rig, plain);
  const { appServer } = await inTurn(rig, acted, runsCommand);

  process.kill(appServer.pid, 'SIGKILL');

  for (const id of [acted, plain])
    expect(await failed(rig, id)).toMatchObject({ reason: 'app_server_exited', attempt: 1 });
});

test('a job whose broker was killed goes back to the queue with the next read, and runs on the next broker', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED, ['--retries', '1', '--write']);
  await nextTurn();
  await inTurn(rig, id);
  await killBroker(rig);

  expect(['queued', 'running']).toContain((await statusOf(rig, id)).status);
  (await nextTurn()).send({ do: 'finish' });

  expect(await ended(rig, id)).toMatchObject({ status: 'completed', attempt: 2 });
  expect(recordOf(rig, id)?.history.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['retrying', 'adopted', 'completed']),
  );
});

test('a broker that was killed in the first act of a job leaves a record that says so: it is not done twice', async () => {
  const rig = await startRig();
  const id = await background(rig, fakePrompt({ do: 'command', never: true }), ['--retries', '1']);
  await inTurn(rig, id, ({ work }) => work.acted);
  await killBroker(rig);

  expect(await statusOf(rig, id)).toMatchObject({ status: 'failed', reason: 'broker_lost', attempt: 1 });
  expect(promptsAtCodex(rig)).toHaveLength(1);
});

test('a server that stays overloaded is asked once more for each retry, and the job ends with that reason', async () => {
  const rig = await startRig();
  const { code, stderr } = await rig.run(['task', '--retries', '1', OVERLOADED]);

  expect(code).toBe(1);
  expect(stderr).toContain('Attempt 1 of 2 failed (server_overloaded), trying again');
  expect(stderr).toContain('failed (server_overloaded)');
  expect(promptsAtCodex(rig)).toHaveLength(2);
});

test('a job that waits for its next attempt says so, and can be cancelled', async () => {
  const rig = await startRig();
  const id = await background(rig, OVERLOADED, ['--retries', '10']);
  const waiting = await eventually(
    async () => {
      const view = await statusOf(rig, id);
      return view.status === 'queued' && view.attempt > 1 ? view : null;
    },
    { withinMs: BOUND_MS, what: 'rest before another attempt' },
  );
  expect(waiting).toMatchObject({ retries: 10, retryAt: expect.any(String), waitingForJob: null });

  expect(await rig.run(['cancel', id])).toMatchObject({ code: 0 });
  expect(await ended(rig, id)).toMatchObject({ status: 'cancelled' });
});

test('app-servers that keep dying end the attempts, too', async () => {
  const rig = await startRig();
  const id = await background(rig, 'FAKE:crash', ['--retries', '10']);

  expect(await failed(rig, id, 2 * BOUND_MS)).toMatchObject({ reason: 'app_server_exited', attempt: 3 });
  await expect.poll(() => rig.processes()).toEqual([]);
});

test('more retries than are allowed are a mistake of usage', async () => {
  const rig = await startRig();
  expect(await rig.run(['task', '--retries', '11', 'x'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Give a number from 0 to 10'),
  });
});
