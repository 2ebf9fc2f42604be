import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startRig } from '../support/rig.ts';
import { startBroker } from './broker-process.ts';
import { expectNothingStarted } from './cli.ts';
import { background, brokerLog, inTurn, recordOf } from './records.ts';
import { projectSettings, userSettings } from './settings-of.ts';

test('a flag comes before the environment, that before the project’s file, that before the user’s, that before the default', async () => {
  const rig = await startRig();
  projectSettings(rig, 'model = "project"\neffort = "high"\njob_timeout = "90s"\n');
  userSettings(rig, 'model = "user"\nretries = 2\njob_timeout = "2h"\non_approval = "ask"\nlog_level = "error"\n');
  const env = { CODEX_COMPANION_EFFORT: 'low' };

  const { jobId: plain } = await rig.json<{ jobId: string }>(['task', '--background', 'one'], { env });
  const flagged = await background(rig, 'two', ['--model', 'flag', '--timeout', '5m', '--retries', '0']);
  await rig.run(['wait', plain, flagged]);
  const retried = await rig.json<{ jobId: string }>(['retry', '--force', '--background', flagged]);
  await rig.run(['wait', retried.jobId]);

  const requestOf = (id: string) => recordOf(rig, id)?.request;
  const clocks = { queueMs: 0, startMs: 60_000, idleMs: 600_000, hardMs: 90_000 };
  // With nobody to ask "ask" is "decline".
  expect(requestOf(plain)).toMatchObject({
    model: 'project',
    effort: 'low',
    retries: 2,
    onApproval: 'decline',
    clocks,
  });
  const second = { model: 'flag', effort: 'high', retries: 0, clocks: { ...clocks, hardMs: 300_000 } };
  expect(requestOf(flagged)).toMatchObject(second);
  expect(requestOf(retried.jobId)).toMatchObject(second);
  // Read by the broker itself: it has nothing to say that is an error.
  expect(brokerLog(rig)).toBe('');
});

test('with a settings file that cannot be used jobs are refused, and everything else goes on', async () => {
  const rig = await startRig();
  const running = await background(rig, 'FAKE:hang');
  await inTurn(rig, running);
  const file = projectSettings(rig, 'codex = "/bin/sh"\nmax_jobs = 9\nmodle = "x"\n');
  const forbidden = `Cannot read "codex" in "${file}": a project may not set it`;

  for (const args of [['task', 'no'], ['review'], ['adversarial-review']]) {
    const { code, stdout, stderr } = await rig.run(args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toContain(`codex-companion: ${forbidden}`);
    expect(stderr).toContain('; and 1 more');
  }
  for (const args of [
    ['status'],
    ['status', running],
    ['logs', running],
    ['explain', running],
    ['broker', 'status'],
    ['cancel'],
  ]) {
    const { code, stderr } = await rig.run(args);
    expect({ args, code }).toEqual({ args, code: 0 });
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^Cannot read "codex" in .*; going on without it$/u),
      expect.stringMatching(/^Cannot read "modle" in .*did you mean "model"\?.*; going on without it$/u),
      '',
    ]);
  }
  const retry = await rig.run(['retry', running]);
  expect(retry).toMatchObject({ code: 2, stderr: expect.stringContaining(`codex-companion: ${forbidden}`) });
  expect(await rig.run(['broker', 'stop'])).toMatchObject({ code: 0 });
  writeFileSync(file, 'max_jobs = \n');
  const start = await rig.run(['broker', 'start']);
  expect(start).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`"${file}": line 1, column 12`) });
  expect(rig.processes()).toEqual([]);
});

test('while nobody can tell which Codex the user’s file names, no other one is taken for it', async () => {
  const rig = await startRig();
  const file = userSettings(rig, 'codex = "codex"\n');
  const env = { CODEX_COMPANION_CODEX: '' };

  expect(await rig.run(['broker', 'status'], { env })).toMatchObject({
    code: 5,
    stderr: expect.stringContaining(`Cannot tell which Codex to run: Cannot read "codex" in "${file}"`),
  });
  expect(await rig.run(['status'], { env })).toMatchObject({ code: 0 });
  const { codex } = await rig.json<{ codex: object }>(['setup'], { env });
  expect(codex).toEqual({ available: false, detail: expect.stringContaining('"codex" is not an absolute path') });
  userSettings(rig, `codex = "${rig.env['CODEX_COMPANION_CODEX']}"\n`);
  expect(await rig.run(['broker', 'status'], { env })).toMatchObject({ code: 0, stderr: '' });
  expectNothingStarted(rig);
});

test('a broker that is started all the same says what it goes on without', async () => {
  const rig = await startRig();
  const file = projectSettings(rig, 'max_jobs = 65\n');

  const broker = await startBroker(rig);

  expect(broker.stderr()).toMatch(
    / error Cannot read "max_jobs" in .*: 65 is not a number of jobs .*; going on without it$/mu,
  );
  expect(broker.stderr()).toContain(file);
});
