import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { background, ended, inTurn, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('wait returns when the job ends, and not before', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const waiting = rig.start(['wait', id]);
  await turn.run({ do: 'say', text: 'still at it' });
  expect((await statusOf(rig, id)).status).toBe('running');
  expect(waiting.stdout()).toBe('');

  turn.send({ do: 'finish' });

  expect(await waiting.exited).toEqual({ code: 0, signal: null });
  expect(waiting.stdout()).toBe(`${id} completed\n`);
});

test('wait waits for all jobs, and with --any for the first that ends', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const one = await background(rig, SCRIPTED);
  const first = await nextTurn();
  const two = await background(rig, SCRIPTED);
  const second = await nextTurn();
  const any = rig.start(['wait', '--any', one, two]);
  const all = rig.start(['wait', '--all', one, two]);
  const byDefault = rig.start(['wait', one, two, one]);

  second.send({ do: 'finish' });
  expect(await any.exited).toEqual({ code: 0, signal: null });
  expect(any.stdout()).toBe(`${two} completed\n`);
  await ended(rig, two);
  expect([all.stdout(), byDefault.stdout()]).toEqual(['', '']);
  first.send({ do: 'finish' });

  for (const waiting of [all, byDefault]) {
    expect(await waiting.exited).toEqual({ code: 0, signal: null });
    expect(waiting.stdout().trim().split('\n').sort()).toEqual([`${one} completed`, `${two} completed`].sort());
  }
});

test('the exit status of wait is the verdict, also for jobs that had ended before', async () => {
  const rig = await startRig();
  const completed = await background(rig, 'fine');
  const failed = await background(rig, fakePrompt({ do: 'fail', message: 'no more' }));
  const cancelled = await background(rig, 'FAKE:hang');
  const late = await background(rig, 'FAKE:hang', ['--timeout', '1ms']);
  await inTurn(rig, cancelled);
  await rig.run(['cancel', cancelled]);
  for (const id of [completed, failed, late]) await ended(rig, id);

  expect(await rig.run(['wait', completed])).toEqual({ code: 0, stdout: `${completed} completed\n`, stderr: '' });
  expect(await rig.run(['wait', failed])).toMatchObject({
    code: 1,
    stdout: `${failed} failed (turn_failed): no more\n`,
  });
  expect(await rig.run(['wait', cancelled])).toMatchObject({
    code: 130,
    stdout: `${cancelled} was cancelled by user\n`,
  });
  expect(await rig.run(['wait', late])).toMatchObject({ code: 124 });
  expect(await rig.run(['wait', completed, failed])).toMatchObject({ code: 1 });
  // Both have ended: both are told, and count.
  const any = await rig.run(['wait', '--any', completed, failed]);
  expect({ code: any.code, told: any.stdout.trimEnd().split('\n').sort() }).toEqual({
    code: 1,
    told: [`${completed} completed`, `${failed} failed (turn_failed): no more`].sort(),
  });
});

test('wait --timeout-ms ends with exit 124, and the jobs go on', async () => {
  const rig = await startRig();
  const quick = await background(rig, 'quick');
  const slow = await background(rig, 'FAKE:hang');
  await ended(rig, quick);

  for (const timeoutMs of ['1', '300']) {
    const { code, stdout, stderr } = await rig.run(['wait', quick, slow, '--timeout-ms', timeoutMs]);
    expect({ code, stdout }).toEqual({ code: 124, stdout: `${quick} completed\n` });
    expect(stderr).toBe(`${slow} has not ended within ${timeoutMs} ms; it goes on\n`);
  }
  const report = await rig.json(['wait', slow, '--timeout-ms', '50'], { exit: 124 });
  expect(report).toEqual({ jobs: [], waitTimedOut: true });
  expect((await statusOf(rig, slow)).status).toBe('running');
});

test('an interrupted wait leaves the job running', async () => {
  const rig = await startRig();
  const id = await background(rig, 'FAKE:hang');
  await inTurn(rig, id);
  const waiting = rig.start(['wait', id]);
  await eventually(async () => (await rig.json<{ subscribers: number }>(['broker', 'status'])).subscribers === 1, {
    withinMs: BOUND_MS,
    what: 'wait that has subscribed',
  });

  waiting.kill('SIGINT');

  // By the signal itself, which a shell calls 130.
  expect(await waiting.exited).toEqual({ code: null, signal: 'SIGINT' });
  expect((await statusOf(rig, id)).status).toBe('running');
});

test('many that wait for one job all hear of its end', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const waiting = Array.from({ length: 6 }, () => rig.start(['wait', id]));

  turn.send({ do: 'finish' });

  for (const one of waiting) expect(await one.exited).toEqual({ code: 0, signal: null });
});
