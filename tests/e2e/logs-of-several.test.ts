import { mkdirSync, renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import type { Captured } from '../support/process.ts';
import { BOUND_MS, startRig } from '../support/rig.ts';
import { startOnTerminal } from './cli.ts';
import { background, ended, inTurn, killBroker, statusOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

test('the logs of several jobs come by their time, each line with its job, and the verdict is that of the first to fail', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const one = await background(rig, SCRIPTED);
  const first = await nextTurn();
  const two = await background(rig, SCRIPTED);
  const second = await nextTurn();
  const follower = rig.start(['logs', '-f', '--exit-code', one, labelOf(two)]);
  await follower.waitForLine(new RegExp(`^${labelOf(two)} \\| .*Turn started`, 'u'), BOUND_MS);

  await first.run({ do: 'say', text: 'one speaks\n\nat length' });
  await follower.waitForLine(/at length/u, BOUND_MS);
  await second.run({ do: 'say', text: 'two speaks' });
  await follower.waitForLine(/two speaks/u, BOUND_MS);
  second.send({ do: 'fail', message: 'no luck' });
  await follower.waitForLine(/failed \(turn_failed\)/u, BOUND_MS);
  first.send({ do: 'finish', text: 'the end' });

  expect(await follower.exited).toEqual({ code: 1, signal: null });
  expect(talkOf(follower.stdout())).toEqual([
    `${labelOf(one)} | Assistant message`,
    `${labelOf(one)} |   one speaks`,
    `${labelOf(one)} |`,
    `${labelOf(one)} |   at length`,
    `${labelOf(two)} | Assistant message`,
    `${labelOf(two)} |   two speaks`,
    `${labelOf(two)} | Failed (turn_failed): no luck`,
    `${labelOf(one)} | Assistant message`,
    `${labelOf(one)} |   the end`,
    `${labelOf(one)} | Final output`,
    `${labelOf(one)} |   the end`,
  ]);
  expect(follower.stderr()).toBe(
    [
      `${labelOf(one)} is ${one}: ${SCRIPTED}`,
      `${labelOf(two)} is ${two}: ${SCRIPTED}`,
      `${two} failed (turn_failed): no luck`,
      `${one} completed`,
      '',
    ].join('\n'),
  );
  // What is printed afterwards is the same.
  const { stdout } = await rig.run(['logs', one, two]);
  expect(stdout.split('\n').sort()).toEqual(follower.stdout().split('\n').sort());
  expect(talkOf(stdout)).toEqual(talkOf(follower.stdout()));
  expect((await rig.run(['logs', one, two, '--since', '2026-01-01'])).stdout).toBe(stdout);
  expect((await rig.run(['logs', one, two, '-n', '1'])).stdout).toMatch(
    /^\w{8} \| \[\S+Z\] Failed .*\n\w{8} \| {3}the end\n$/u,
  );
});

test('logs -f --active has the jobs of its session, takes in those that start meanwhile, and ends when none is active', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  const mine = { CODEX_COMPANION_SESSION_ID: 'mine' };
  const start = async (session: string) => {
    const env = { CODEX_COMPANION_SESSION_ID: session };
    const { jobId } = await rig.json<{ jobId: string }>(['task', '--background', SCRIPTED], { env });
    return { jobId, turn: await nextTurn() };
  };
  const [own, foreign] = [await start('mine'), await start('theirs')];
  const ofSession = rig.start(['logs', '-f', '--active'], { env: mine });
  const ofAll = rig.start(['logs', '-f', '--all', '--json'], { env: mine });
  await ofSession.waitForLine(/Turn started/u, BOUND_MS);
  await ofAll.waitForLine(new RegExp(`"${foreign.jobId}".*Turn started`, 'u'), BOUND_MS);

  const late = await start('mine');
  for (const follower of [ofSession, ofAll]) await follower.waitForLine(new RegExp(late.jobId, 'u'), BOUND_MS);
  for (const { turn } of [foreign, own, late]) {
    turn.send({ do: 'finish', text: `the end` });
    await turn.closed;
  }

  for (const follower of [ofSession, ofAll]) expect(await follower.exited).toEqual({ code: 0, signal: null });
  expect(labelsIn(ofSession)).toEqual([own.jobId, late.jobId].map(labelOf).sort());
  const ids = ofAll
    .stdout()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).jobId);
  expect([...new Set(ids)].sort()).toEqual([own.jobId, foreign.jobId, late.jobId].sort());
  expect(ofAll.stdout().match(/"the end","block":"Final output"/gu)).toHaveLength(3);
  const none = await rig.run(['logs', '-f', '--active'], { env: mine });
  expect(none).toEqual({ code: 1, stdout: '', stderr: 'codex-companion: No active Codex jobs for this session.\n' });
});

test('a broker that is killed: its running job ends as lost, and the one that waits is followed to its end with the next broker', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_MAX_JOBS: '1' } });
  const lost = await background(rig, fakePrompt({ do: 'say', text: 'last words' }, { do: 'hang' }));
  const waiting = await background(rig, fakePrompt({ do: 'say', text: 'my turn' }));
  await inTurn(rig, lost);
  const follower = rig.start(['logs', '-f', lost, waiting, '--exit-code']);
  await follower.waitForLine(/last words/u, BOUND_MS);
  await follower.waitForLine(new RegExp(`^${labelOf(waiting)} \\| .*Queued`, 'u'), BOUND_MS);

  await killBroker(rig);

  expect(await follower.exited).toEqual({ code: 1, signal: null });
  expect(follower.stderr()).toContain(`${lost} failed (broker_lost): `);
  expect(follower.stderr()).toContain(`${waiting} completed\n`);
  expect(await ended(rig, waiting)).toMatchObject({ status: 'completed' });
  const { stdout } = await rig.run(['logs', lost, waiting]);
  expect(follower.stdout().split('\n').sort()).toEqual(stdout.split('\n').sort());
  expect(talkOf(follower.stdout()).filter((line) => line.startsWith(labelOf(waiting)))).toEqual([
    expect.stringContaining('Taken over by another broker'),
    ...['Assistant message', '  my turn', 'Assistant message', '  fake answer', 'Final output', '  fake answer'].map(
      (text) => `${labelOf(waiting)} | ${text}`,
    ),
  ]);
});

test('Ctrl-C in several logs leaves the jobs running, and says how to come back', async () => {
  const rig = await startRig();
  const ids = [await background(rig, 'FAKE:hang'), await background(rig, 'FAKE:hang')];
  const sets = [[...ids], ['--all']];
  const followers = sets.map((which) => rig.start(['logs', '-f', ...which]));
  for (const follower of followers)
    for (const id of ids) await follower.waitForLine(new RegExp(`^${labelOf(id)} \\| .*Turn started`, 'u'), BOUND_MS);

  for (const follower of followers) follower.kill('SIGINT');

  for (const [index, follower] of followers.entries()) {
    expect(await follower.exited).toEqual({ code: 130, signal: null });
    const back = `${ids.join(', ')} go on (codex-companion logs -f ${sets[index]?.join(' ')} comes back to them)\n`;
    expect(follower.stderr().endsWith(back)).toBe(true);
  }
  for (const id of ids) expect((await statusOf(rig, id)).status).toBe('running');
});

test('a log that is no file ends the following, also while another job goes on', async () => {
  const rig = await startRig();
  const [done, going] = [await background(rig, 'one'), await background(rig, 'FAKE:hang')];
  const { logFile } = await statusOf(rig, done);
  await ended(rig, done);
  await inTurn(rig, going);
  renameSync(logFile, `${logFile}.away`);
  mkdirSync(logFile);

  const { code, stderr } = await rig.run(['logs', '-f', done, going]);

  expect(code).toBe(2);
  expect(stderr).toContain(`codex-companion: Refusing to use "${logFile}": it is not a regular file`);
  expect((await statusOf(rig, going)).status).toBe('running');
});

test('labels have colours on a terminal that shows them, and nowhere else', async () => {
  const rig = await startRig();
  const [one, two] = [await background(rig, 'one'), await background(rig, 'two')];
  await Promise.all([ended(rig, one), ended(rig, two)]);
  const printed = async (env: Record<string, string>) => {
    const terminal = startOnTerminal(rig, ['logs', one, two], { env: { TERM: 'xterm', ...env } });
    expect(await terminal.exited).toEqual({ code: 0, signal: null });
    return terminal.stdout();
  };

  const colored = await printed({});
  // The first to be printed has the first colour.
  expect(colored).toContain(`\u001b[36m${labelOf(one)}\u001b[39m |   fake answer`);
  expect(colored).toContain(`\u001b[33m${labelOf(two)}\u001b[39m |   fake answer`);
  for (const env of [{ NO_COLOR: '1' }, { CI: 'true' }, { TERM: 'dumb' }]) {
    const plain = await printed(env);
    expect(plain).toContain(`\n${labelOf(one)} |   fake answer`);
    expect(plain).not.toContain('\u001b[');
  }
});

test.each([
  [['--active', 'task-1'], 'Name jobs, or choose --active or --all, not both'],
  [['--exit-code'], '--exit-code says how jobs have ended: it needs --follow'],
  [['--since', 'tomorrow'], "option '--since <when>' argument 'tomorrow' is invalid. Give how long ago (10m, 2h)"],
])('logs %j is a usage error', async (args, message) => {
  const rig = await startRig();
  const { code, stdout, stderr } = await rig.run(['logs', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

function labelOf(jobId: string): string {
  return jobId.slice(-8);
}

function labelsIn(follower: Captured): string[] {
  return [...new Set(follower.stdout().match(/^\w{8}(?= \|)/gmu))].sort();
}

/** What the jobs have done from their turns on, without the times. */
function talkOf(printed: string): string[] {
  const lines = printed
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\[\S+Z\] /u, ''));
  return lines.filter((line) => !/\| (?:Queued|Starting|Thread ready|Turn started|Error)\b/u.test(line));
}
