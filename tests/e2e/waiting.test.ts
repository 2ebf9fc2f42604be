import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BOUND_MS, type Rig } from '../support/rig.ts';
import { promptsAtCodex } from './codex-side.ts';
import { background, ended, killBroker, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const SAME_TREE = 'writes to the same working tree';

test('status says for which job another one waits: a writer for the writer, a turn for the turn on its thread', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const writer = await background(rig, `${SCRIPTED} one`, ['--write']);
  const turn = await nextTurn();
  const second = await background(rig, 'say hello', ['--write']);
  const third = await background(rig, 'say hello', ['--write']);

  expect((await statusOf(rig, second)).waitingForJob).toEqual({ id: writer, why: SAME_TREE });
  expect((await statusOf(rig, third)).waitingForJob).toEqual({ id: writer, why: SAME_TREE });
  expect((await statusOf(rig, writer)).waitingForJob).toBeNull();
  const line = `  Waits for job: ${writer} (${SAME_TREE})`;
  expect((await rig.run(['status', second])).stdout.split('\n')).toContain(line);
  expect((await rig.run(['status'])).stdout.split('\n').filter((one) => one === line)).toHaveLength(2);

  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', writer, second, third])).toMatchObject({ code: 0 });

  const resumed = await background(rig, `${SCRIPTED} two`, ['--resume', writer]);
  const again = await nextTurn();
  const next = await background(rig, 'say hello', ['--resume', writer]);
  expect((await statusOf(rig, next)).waitingForJob).toEqual({ id: resumed, why: 'same Codex thread' });
  again.send({ do: 'finish' });
  expect(await rig.run(['wait', resumed, next])).toMatchObject({ code: 0 });
});

test('a job that waits for nothing but a place waits for no job', async () => {
  const { rig, nextTurn } = await startScriptedRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const running = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const waiting = await background(rig, 'say hello');

  expect(await statusOf(rig, waiting)).toMatchObject({ position: 1, waitingForJob: null });
  turn.send({ do: 'finish' });
  expect(await rig.run(['wait', running, waiting])).toMatchObject({ code: 0 });
});

test('two brokers of one workspace do not let two jobs write at once: the second waits, and says for whom', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const other = otherAccount(rig);
  const writer = await background(rig, `${SCRIPTED} one`, ['--write']);
  const turn = await nextTurn();
  const second = await background(rig, `${SCRIPTED} two`, ['--write'], { env: other });
  const reader = await background(rig, 'say hello', [], { env: other });

  expect(await ended(rig, reader)).toMatchObject({ status: 'completed' });
  expect(await statusOf(rig, second)).toMatchObject({
    status: 'queued',
    waitingForJob: { id: writer, why: SAME_TREE },
  });
  expect(promptsAtCodex(rig)).not.toContain(`${SCRIPTED} two`);
  turn.send({ do: 'finish' });
  (await nextTurn()).send({ do: 'finish' });

  expect(await rig.run(['wait', writer, second])).toMatchObject({ code: 0 });
  await stop(rig, other);
});

test('the tree of a writer whose broker was killed is free for the other broker', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const other = otherAccount(rig);
  const writer = await background(rig, `${SCRIPTED} one`, ['--write']);
  await nextTurn();
  await killBroker(rig);
  const second = await background(rig, 'say hello', ['--write'], { env: other });

  expect(await ended(rig, second, BOUND_MS)).toMatchObject({ status: 'completed' });
  expect(await statusOf(rig, writer)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  await stop(rig, other);
  expect(rig.leftovers().filter((name) => name.includes('writer-lock'))).toEqual([]);
});

type Environment = Readonly<Record<string, string>>;

function otherAccount(rig: Rig): Environment {
  const home = path.join(rig.workspace, 'other-home');
  mkdirSync(home);
  return { CODEX_HOME: home };
}

async function stop(rig: Rig, env: Environment): Promise<void> {
  expect(await rig.run(['broker', 'stop'], { env })).toMatchObject({ code: 0 });
}
