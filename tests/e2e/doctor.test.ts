import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { spawnCaptured } from '../support/process.ts';
import { CLI, type Rig, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { expectNothingStarted } from './cli.ts';
import { background, ended, inTurn, killBroker, labelOf, recordOf, runsCommand, stateOf } from './records.ts';
import { STUBBORN } from './scripted.ts';

interface Report {
  readonly ok: boolean;
  readonly findings: ReadonlyArray<{
    readonly id: string;
    readonly level: string;
    readonly detail: string;
    readonly remedy: string | null;
    readonly fixable: boolean;
  }>;
  readonly fixed: ReadonlyArray<{ readonly id: string; readonly ok: boolean; readonly detail: string }>;
}

test('with the real codex everything is well, nothing is started to see that, and a live broker is asked', async () => {
  const rig = await startRig({ codex: 'real' });

  const before = await doctor(rig);
  expect(existsSync(rig.stateDir)).toBe(false);
  expect(rig.processes()).toEqual([]);
  await rig.run(['broker', 'start']);
  const after = await doctor(rig);

  expect(before.ok).toBe(true);
  expect(troubles(before)).toEqual([]);
  expect(levelsOf(before)).toMatchObject({
    'codex.program': 'ok',
    // Only the app-server knows that this provider needs no login.
    'codex.login': 'note',
    'codex.protocol': 'ok',
    sandbox: 'ok',
  });
  expect(troubles(after)).toEqual([]);
  expect(levelsOf(after)['codex.login']).toBe('ok');
  expect(after.findings.find(({ id }) => id === 'broker.status')?.detail).toContain(`serves "${rig.workspace}"`);
});

test('what a killed broker has left is found, mended, and found no more', async () => {
  const rig = await startRig();
  const jobId = await background(rig, STUBBORN, ['--write']);
  await inTurn(rig, jobId, (job) => runsCommand(job) || job.work.commands.length > 0);
  await killBroker(rig);

  const found = await doctor(rig, [], 1);
  expect(found.ok).toBe(false);
  expect(troubles(found)).toEqual([
    'jobs.lost warning',
    'leftovers.broker warning',
    'leftovers.claims warning',
    'orphans problem',
  ]);
  expect(found.findings.filter(({ fixable }) => fixable)).toHaveLength(4);
  expect(recordOf(rig, jobId)?.status).toBe('running');

  const mended = await doctor(rig, ['--fix']);
  expect(mended.fixed.map(({ id, ok }) => `${id} ${ok}`)).toEqual([
    'jobs.lost true',
    'leftovers.broker true',
    'leftovers.claims true',
    'orphans true',
  ]);
  expect(troubles(mended)).toEqual([]);
  expect(recordOf(rig, jobId)).toMatchObject({ status: 'failed', reason: 'broker_lost' });
  expect(rig.processes()).toEqual([]);
  expect(rig.leftovers()).toEqual([]);

  expect(await doctor(rig, ['--fix'])).toMatchObject({ ok: true, fixed: [] });
});

test('a broker that is suspended and a Codex that hangs are found, and what is alive is left alone', async () => {
  const rig = await startRig();
  await rig.run(['broker', 'start']);
  const label = labelOf(rig);
  const pid = label?.process.pid ?? 0;
  const hanging = path.join(tempDir(), 'codex');
  writeFileSync(hanging, '#!/bin/sh\ncase $1 in --version | login) exec sleep 600 ;; *) exit 1 ;; esac\n', {
    mode: 0o755,
  });
  process.kill(pid, 'SIGSTOP');

  const found = await doctor(rig, ['--fix'], 5, { CODEX_COMPANION_CODEX: hanging });

  process.kill(pid, 'SIGCONT');
  expect(levelsOf(found)).toMatchObject({ 'broker.suspended': 'problem', 'codex.program': 'problem' });
  expect(found.findings.find(({ id }) => id === 'broker.suspended')?.remedy).toContain(`kill -CONT ${pid}`);
  expect(found.fixed).toEqual([]);
  expect(labelOf(rig)).toEqual(label);
  expect(await rig.run(['task', 'hello'])).toMatchObject({ code: 0 });
  expect(await rig.brokerPid()).toBe(pid);
});

test('without a Codex doctor says so with exit 5, and looks at everything else', async () => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['doctor'], { env: { CODEX_COMPANION_CODEX: '/no/codex' } });

  expect({ code, stderr }).toEqual({ code: 5, stderr: '' });
  expect(stdout).toMatch(/^FAIL Codex +not found: "\/no\/codex" .*\n +-> run "npm install -g @openai\/codex"/mu);
  expect(stdout).toMatch(/^ok {3}State directory/mu);
  expect(stdout).toMatch(/\n1 problem\.\n$/u);
  expectNothingStarted(rig);
});

test('a state directory that others may enter keeps every command out but doctor, which mends it', async () => {
  const rig = await startRig();
  await rig.run(['task', 'hello']);
  await rig.run(['broker', 'stop']);
  chmodSync(rig.stateDir, 0o777);
  expect(await rig.run(['status'])).toMatchObject({ code: 2 });

  expect(troubles(await doctor(rig, [], 1))).toEqual(['state.directory problem']);
  expect(troubles(await doctor(rig, ['--fix']))).toEqual([]);

  expect(statSync(rig.stateDir).mode & 0o777).toBe(0o700);
  expect(await rig.run(['status'])).toMatchObject({ code: 0 });
});

test('a bundle has what helps, and nothing of what was asked, answered, run, or kept secret', async () => {
  const rig = await startRig({
    env: { OPENAI_API_KEY: 'plain words for a key', CODEX_COMPANION_SESSION_ID: 'session-of-mine' },
  });
  const secrets = {
    prompt: 'PROMPT-WORDS',
    command: 'COMMAND-WORDS',
    answer: 'ANSWER-WORDS',
    token: `ghp_${'a1B2c3D4e5'.repeat(4)}`,
    mail: 'jane.doe@mail.example',
    stderr: 'STDERR-WORDS',
  };
  const jobId = await background(
    rig,
    `${secrets.prompt} ${fakePrompt({ do: 'command', command: `echo ${secrets.command}` }, { do: 'say', text: secrets.answer })}`,
    ['--key', 'KEY-WORDS'],
  );
  // All of it is there to be told.
  const recorded = JSON.stringify(await ended(rig, jobId));
  for (const word of [secrets.prompt, secrets.command, secrets.answer]) expect(recorded).toContain(word);
  const log = path.join(
    stateOf(rig),
    'brokers',
    readdirSync(path.join(stateOf(rig), 'brokers'))[0] ?? '',
    'broker.log',
  );
  const stamp = '[2026-01-01T00:00:00.000Z] error';
  appendFileSync(log, `${stamp} Cannot cancel it: token ${secrets.token} of ${secrets.mail} in ${rig.home}/x\n`);
  appendFileSync(log, `${stamp} The Codex app-server (pid 7) exited; its stderr ended with: ${secrets.stderr}\n`);

  const { code, stdout } = await rig.run(['doctor', '--bundle']);

  expect(code).toBe(0);
  const name = readdirSync(rig.workspace).find((entry) => entry.endsWith('.tar.gz')) ?? '';
  expect(name).toMatch(/^codex-companion-doctor-\d{8}T\d{6}Z\.tar\.gz$/u);
  const file = path.join(rig.workspace, name);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const packed = readFileSync(file);
  const bytes = gunzipSync(packed).toString('latin1');
  const planted = [...Object.values(secrets), 'KEY-WORDS', 'session-of-mine', 'plain words', rig.home];
  for (const secret of planted) {
    expect(bytes.includes(secret), secret).toBe(false);
    expect(packed.includes(secret), secret).toBe(false);
  }
  for (const help of [jobId, 'codex.protocol', 'OPENAI_API_KEY', 'in ~/x', '"promptChars": ', '<left out>'])
    expect(bytes.includes(help), help).toBe(true);
  for (const entry of ['README.txt', 'doctor.json', 'jobs.json', 'brokers.json']) expect(stdout).toContain(entry);

  const again = await rig.run(['doctor', '--bundle', name]);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toMatch(/^codex-companion: Cannot write ".*": EEXIST[^\n]*\n$/u);
});

const canMount = spawnSync('unshare', ['-m', 'test', '-r', '/dev/fuse']).status === 0 && existsSync('/dev/fuse');

test.runIf(canMount)(
  'a state directory that does not answer is found in time, and holds up nothing but what is behind it (needs a mount name space)',
  async () => {
    const rig = await startRig();
    mkdirSync(rig.stateDir, { mode: 0o700 });
    const script = new URL('fixtures/silent-directory.sh', import.meta.url).pathname;
    const args = ['-m', 'bash', script, rig.stateDir, process.execPath, CLI, 'doctor', '--fix', '--bundle'];

    const play = spawnCaptured('unshare', args, { cwd: rig.workspace, env: rig.env, input: '' });
    const { code } = await play.exited;

    expect(code, play.stderr()).toBe(1);
    expect(play.stdout()).toContain(
      `FAIL Directory  "${rig.stateDir}" (the state directory) does not answer within 2 s`,
    );
    expect(readdirSync(rig.workspace)).toEqual(['.git']);
  },
);

function doctor(rig: Rig, args: readonly string[] = [], exit = 0, env: Record<string, string> = {}): Promise<Report> {
  return rig.json<Report>(['doctor', ...args], { exit, env });
}

function levelsOf({ findings }: Report): Record<string, string> {
  return Object.fromEntries(findings.map(({ id, level }) => [id, level]));
}

function troubles({ findings }: Report): string[] {
  return findings
    .filter(({ level }) => level === 'warning' || level === 'problem')
    .map(({ id, level }) => `${id} ${level}`);
}
