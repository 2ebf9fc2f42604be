import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';
import { background, inTurn } from './records.ts';

test.each([
  ['CODEX_COMPANION_MAX_JOBS', 'zero', /from 1 to 64/u],
  ['CODEX_COMPANION_MAX_JOBS', '65', /from 1 to 64/u],
  ['CODEX_COMPANION_JOB_TIMEOUT_MS', 'soon', /milliseconds/u],
  ['CODEX_COMPANION_BROKER_IDLE_MS', '-1', /milliseconds/u],
  ['CODEX_COMPANION_LOG_LEVEL', 'loud', /error, info, debug/u],
  ['CODEX_COMPANION_RUNTIME_DIR', `/tmp/${'long/'.repeat(20)}`, /shorter path/u],
])('a value of the environment that cannot be used is named with its remedy: %s=%s', async (name, value, remedy) => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['task', 'hello'], { env: { [name]: value } });

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^codex-companion: [^\n]+\n$/u);
  expect(stderr).toMatch(remedy);
  expect(stderr).toContain(name);
  expect(stderr).toContain(value);
  expectNothingStarted(rig);
});

test('without a Codex a task ends with exit 5 and says how to get one', async () => {
  const rig = await startRig();
  const missing = await rig.run(['task', 'hello'], { env: { CODEX_COMPANION_CODEX: '', PATH: rig.workspace } });
  const wrong = await rig.run(['task', 'hello'], { env: { CODEX_COMPANION_CODEX: '/no/codex' } });

  expect(missing).toMatchObject({ code: 5, stdout: '' });
  expect(missing.stderr).toMatch(/^codex-companion: [^\n]*npm install -g @openai\/codex[^\n]*\n$/u);
  expect(wrong).toMatchObject({ code: 5, stdout: '' });
  expect(wrong.stderr).toMatch(/"\/no\/codex" \(from CODEX_COMPANION_CODEX\) is not an executable file/u);
  const status = await rig.run(['status'], { env: { CODEX_COMPANION_CODEX: '/no/codex' } });
  expect(status).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('No jobs recorded yet.') });
  expectNothingStarted(rig);
});

test('a command that finds nothing to act on says so with exit 1, one that names no job with exit 3', async () => {
  const rig = await startRig();
  const session = { CODEX_COMPANION_SESSION_ID: 'mine' };

  expect(await rig.run(['cancel'])).toEqual(refusal(1, 'No active Codex jobs to cancel.'));
  expect(await rig.run(['cancel'], { env: session })).toEqual(
    refusal(1, 'No active Codex jobs to cancel for this session.'),
  );
  expect(await rig.run(['result'])).toMatchObject({ code: 1, stdout: '' });
  expect(await rig.run(['logs'])).toMatchObject({ code: 1, stdout: '' });
  for (const args of [
    ['status', 'nope'],
    ['result', 'nope'],
    ['cancel', 'nope'],
    ['logs', 'nope'],
    ['wait', 'nope'],
  ]) {
    const { code, stdout, stderr } = await rig.run(args);
    expect({ args, code, stdout }).toEqual({ args, code: 3, stdout: '' });
    expect(stderr).toMatch(/^codex-companion: No job found for "nope"\. Run \/codex:status [^\n]+\n$/u);
  }
  expect(existsSync(rig.stateDir)).toBe(false);
});

test('a job is named by any part of its id that fits no other, and one that fits several is refused', async () => {
  const rig = await startRig();
  const one = await background(rig, 'one');
  const two = await background(rig, 'two');
  await rig.run(['wait', one, two]);

  expect((await rig.run(['wait', one.slice(-8)])).stdout).toBe(`${one} completed\n`);
  expect((await rig.run(['wait', two.slice(0, -2)])).stdout).toBe(`${two} completed\n`);
  const { code, stderr } = await rig.run(['result', 'task-']);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^codex-companion: [^\n]*"task-"[^\n]*\n$/u);
  expect(stderr).toContain(one);
  expect(stderr).toContain(two);
});

test('while jobs run, cancel asks which of them, and result says that one still runs', async () => {
  const rig = await startRig();
  const one = await background(rig, 'FAKE:hang');
  const two = await background(rig, 'FAKE:hang');
  await inTurn(rig, one);

  expect(await rig.run(['cancel'])).toEqual(
    refusal(1, 'Multiple Codex jobs are active. Pass a job id to /codex:cancel.'),
  );
  expect(await rig.run(['result', one])).toEqual(
    refusal(1, `Job ${one} is still running. Check /codex:status and try again once it finishes.`),
  );
  expect(await rig.run(['result'])).toMatchObject({ code: 1, stdout: '' });
  expect(await rig.run(['cancel', two])).toMatchObject({ code: 0 });
  expect(await rig.run(['cancel'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`\nCancelled ${one}.\n`),
  });
});

test('a command whose event loop ends before it has an answer fails and says so', async () => {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  const hook = new URL('fixtures/never-wakes.cjs', import.meta.url).pathname;

  const { code, stdout, stderr } = await rig.run(['broker', 'stop'], { env: { NODE_OPTIONS: `--require=${hook}` } });

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('ended without an answer');
});

function refusal(code: number, sentence: string) {
  return { code, stdout: '', stderr: `codex-companion: ${sentence}\n` };
}
