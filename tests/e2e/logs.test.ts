import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { BOUND_MS, type Rig, startRig } from '../support/rig.ts';
import { background, ended, inTurn, recordOf, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const FLOOD = 2_000;

test('the log tells the life of a job in stamped lines and blocks', async () => {
  const rig = await startRig();
  const id = await background(
    rig,
    fakePrompt(
      { do: 'reason', summary: ['first', 'second'] },
      { do: 'say', text: 'I will look\nat it' },
      { do: 'command', command: "bash -lc 'npm test'", exitCode: 3 },
      { do: 'fileChange', path: 'src/a.ts' },
      { do: 'tool', server: 'db', tool: 'query' },
      { do: 'finish', text: 'final words' },
    ),
  );
  const { threadId, turnId } = await ended(rig, id);

  const { code, stdout } = await rig.run(['logs', id]);

  expect(code).toBe(0);
  expect(stdout).toBe(logOf(rig, id));
  const lines = stdout.trimEnd().split('\n');
  expect(lines.filter((line) => !/^\[\d{4}-\d\d-\d\dT[\d:.]{12}Z\] ./u.test(line))).toEqual([
    ...['first', '', 'second', 'I will look', 'at it', 'final words', 'final words'],
  ]);
  expect(lines.map((line) => line.replace(/^\[\S+Z\] /u, ''))).toEqual([
    expect.stringMatching(/^Queued: FAKE/u),
    'Starting Codex Task.',
    `Thread ready (${threadId}).`,
    `Turn started (${turnId}).`,
    ...['Reasoning summary', 'first', '', 'second'],
    ...['Assistant message', 'I will look', 'at it'],
    'Running command: npm test',
    'Command failed: npm test (exit 3)',
    'File changes completed: src/a.ts',
    'Running tool: db.query',
    ...['Assistant message', 'final words'],
    ...['Final output', 'final words'],
  ]);
});

test('logs -n begins with the last lines, and without a name it takes the newest job', async () => {
  const rig = await startRig();
  await rig.run(['task', 'first']);
  await rig.run(['task', fakePrompt({ do: 'flood', count: 3 })]);
  const whole = (await rig.run(['logs'])).stdout;

  expect(whole).toContain('Command completed: cmd-2 (exit 0)');
  expect((await rig.run(['logs', '-n', '3'])).stdout).toBe(`${whole.split('\n').slice(-4).join('\n')}`);
  expect((await rig.run(['logs', '-n', '100000'])).stdout).toBe(whole);
  expect((await rig.run(['logs', '-n', '0'])).stdout).toBe('');
});

test('logs --json is one object a line: the job, the time, the text, and the block that it is in', async () => {
  const rig = await startRig();
  const jobId = await background(rig, fakePrompt({ do: 'say', text: 'one\ntwo' }, { do: 'finish', text: 'the end' }));
  const { completedAt } = await ended(rig, jobId);

  const { stdout } = await rig.run(['logs', '--json', '-n', '5']);

  const lines = stdout.trimEnd().split('\n');
  const inBlock = (block: string, text: string) => ({ jobId, time: expect.any(String), text, block });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    inBlock('Assistant message', 'two'),
    { jobId, time: expect.any(String), text: 'Assistant message', block: null },
    inBlock('Assistant message', 'the end'),
    { jobId, time: completedAt, text: 'Final output', block: null },
    { ...inBlock('Final output', 'the end'), time: completedAt },
  ]);
});

test('whoever follows a log sees every line once and in order, from wherever they came in', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const id = await background(rig, SCRIPTED);
  const turn = await nextTurn();
  const early = rig.start(['logs', '-f', id]);
  await early.waitForLine(/Turn started/u, BOUND_MS);
  await turn.run({ do: 'say', text: 'the middle' });
  await early.waitForLine(/the middle/u, BOUND_MS);

  turn.send({ do: 'flood', count: FLOOD });
  const inFlood = rig.start(['logs', '-f', id, '-n', '1']);
  const behind = rig.start(['logs', '-f', id]);
  await behind.waitForLine(/cmd-1\b/u, BOUND_MS);
  turn.send({ do: 'finish', text: 'ende' });

  for (const follower of [early, inFlood, behind]) {
    expect(await follower.exited).toEqual({ code: 0, signal: null });
    expect(follower.stderr()).toBe(`${id} completed\n`);
  }
  const whole = logOf(rig, id);
  const commands = [...whole.matchAll(/Command completed: cmd-(\d+) \(exit 0\)\n/gu)].map(([, n]) => Number(n));
  expect(commands).toEqual(Array.from({ length: FLOOD }, (_, n) => n));
  expect(early.stdout() === whole).toBe(true);
  expect(behind.stdout() === whole).toBe(true);
  expect(inFlood.stdout().length).toBeGreaterThan(0);
  expect(whole.endsWith(inFlood.stdout())).toBe(true);
});

test('following a log ends with the job, and with --exit-code as the job did', async () => {
  const rig = await startRig();
  const prompt = fakePrompt({ do: 'say' }, { do: 'wait', ms: 200 }, { do: 'fail', message: 'no more' });
  const one = await background(rig, prompt);
  expect(await rig.run(['logs', '-f', one])).toMatchObject({
    code: 0,
    stderr: `${one} failed (turn_failed): no more\n`,
  });

  expect(await rig.run(['logs', '-f', '--exit-code', one])).toMatchObject({ code: 1, stdout: logOf(rig, one) });
  const two = await background(rig, 'FAKE:hang');
  await inTurn(rig, two);
  const follower = rig.start(['logs', '-f', '--exit-code', two]);
  await follower.waitForLine(/Turn started/u, BOUND_MS);
  await rig.run(['cancel', two]);
  expect(await follower.exited).toEqual({ code: 130, signal: null });
  expect(follower.stdout()).toBe(logOf(rig, two));
});

test('Ctrl-C in a followed log leaves the job running, and says so', async () => {
  const rig = await startRig();
  const id = await background(rig, 'FAKE:hang');
  const follower = rig.start(['logs', '-f', id]);
  await follower.waitForLine(/Turn started/u, BOUND_MS);

  follower.kill('SIGINT');

  expect(await follower.exited).toEqual({ code: 130, signal: null });
  const back = `codex-companion logs -f ${id} comes back to it, codex-companion cancel ${id} ends it`;
  expect(follower.stderr()).toBe(`${id} goes on (${back})\n`);
  expect((await statusOf(rig, id)).status).toBe('running');
});

function logOf(rig: Rig, id: string): string {
  return readFileSync(recordOf(rig, id)?.logFile ?? '', 'utf8');
}
