import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { SetupReport } from '../../src/cli/render/setup.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { expectNothingStarted } from './cli.ts';
import { appServersStarted } from './codex-side.ts';
import { stateOf } from './records.ts';

const OPTIONAL_STEP = expect.stringMatching(/^Optional: run `\/codex:setup --enable-review-gate`/u);

test('setup says that everything is there, and its broker serves the next job', async () => {
  const rig = await startRig();

  const first = await setup(rig);
  const task = await rig.run(['task', 'hello']);
  const second = await setup(rig);

  expect(first).toEqual({
    ready: true,
    node: { available: true, detail: process.version },
    npm: { available: true, detail: expect.stringMatching(/^\d+\.\d+\.\d+$/u) },
    codex: { available: true, detail: 'codex-cli 0.0.0-fake; advanced runtime available' },
    packages: { available: true, detail: 'installed' },
    auth: {
      available: true,
      loggedIn: true,
      detail: 'ChatGPT login active for fake@example.com',
      source: 'app-server',
      authMethod: 'chatgpt',
      verified: true,
      requiresOpenaiAuth: true,
      provider: 'openai',
    },
    sessionRuntime: { mode: 'direct', label: 'direct startup', detail: expect.any(String), endpoint: null },
    reviewGateEnabled: false,
    actionsTaken: [],
    nextSteps: [OPTIONAL_STEP],
  });
  expect(task.code).toBe(0);
  expect(second).toMatchObject({ ready: true, sessionRuntime: { mode: 'shared', endpoint: expect.any(String) } });
  expect(appServersStarted(rig)).toBe(1);
});

test('setup is ready with the real codex, whose provider needs no login', async () => {
  const rig = await startRig({ codex: 'real' });

  expect(await setup(rig)).toMatchObject({
    ready: true,
    codex: { detail: expect.stringMatching(/^codex-cli \d+\.\d+\.\d+\S*; advanced runtime available$/u) },
    auth: {
      loggedIn: true,
      detail: 'stub is configured and does not require OpenAI authentication',
      source: 'app-server',
      authMethod: null,
      provider: 'stub',
    },
  });
});

test('a login of the real codex is told, and so is a configuration that it cannot read', async () => {
  const rig = await startRig({ codex: 'real' });
  const home = rig.env['CODEX_HOME'] ?? '';
  const config = path.join(home, 'config.toml');
  const quiet = '[features]\nplugins = false\n';
  writeFileSync(config, quiet);

  expect(await setup(rig)).toMatchObject({
    ready: false,
    auth: { loggedIn: false, source: 'app-server', requiresOpenaiAuth: true, provider: null },
    nextSteps: ['Run `!codex login`.', expect.any(String), OPTIONAL_STEP],
  });
  await rig.run(['broker', 'stop']);
  writeFileSync(path.join(home, 'auth.json'), JSON.stringify({ OPENAI_API_KEY: 'sk-test' }));
  expect(await setup(rig)).toMatchObject({ ready: true, auth: { loggedIn: true, authMethod: 'apiKey' } });
  writeFileSync(config, `model = = 1\n${quiet}`);
  expect(await setup(rig)).toMatchObject({
    ready: false,
    auth: { loggedIn: false, source: 'app-server', detail: expect.stringContaining(config) },
  });
});

test.each([
  ['api-key', true, 'apiKey', false, 'API key configured (unverified)'],
  ['chatgpt-without-mail', true, 'chatgpt', true, 'ChatGPT login active'],
  ['provider-no-auth', true, null, null, 'Fake provider is configured and does not require OpenAI authentication'],
  ['logged-out', false, null, null, 'OpenAI requires OpenAI authentication'],
] as const)('the account "%s" is told as it is', async (account, loggedIn, authMethod, verified, detail) => {
  const rig = await startRig({ env: { FAKE_CODEX_ACCOUNT: account } });

  const { ready, auth, nextSteps } = await setup(rig);

  expect(ready).toBe(loggedIn);
  expect(auth).toMatchObject({ loggedIn, authMethod, verified, detail, source: 'app-server' });
  expect(nextSteps.slice(0, -1)).toEqual(
    loggedIn ? [] : ['Run `!codex login`.', expect.stringMatching(/`!codex login --device-auth`.*--with-api-key`/u)],
  );
});

test.each([
  ['FAKE_CODEX_CONFIG', 'error:-32000', 'fake: config/read is told to fail'],
  ['FAKE_CODEX_ACCOUNT', 'error:-32000', 'fake: account/read is told to fail'],
  ['FAKE_CODEX_ACCOUNT', 'error:-32601', 'This Codex has no "account/read"'],
])('an error of Codex is an answer, and not a login: %s=%s', async (name, value, detail) => {
  const rig = await startRig({ env: { [name]: value } });

  const report = await setup(rig);

  expect(report).toMatchObject({ ready: false, auth: { loggedIn: false, detail, source: 'app-server' } });
  expect(report.nextSteps[0]).toContain('`!codex doctor`');
});

test('a Codex that cannot tell its configuration is asked for the account only', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_CONFIG: 'error:-32601' } });

  expect(await setup(rig)).toMatchObject({ ready: true, auth: { loggedIn: true, provider: null } });
});

test('neither git nor npm is needed', async () => {
  const bin = tempDir();
  symlinkSync(process.execPath, path.join(bin, 'node'));
  const rig = await startRig({ env: { PATH: bin } });

  expect(await setup(rig)).toMatchObject({ ready: true, npm: { available: false, detail: 'not found' } });
});

test('without a Codex setup says what to do, starts nothing, and keeps the choice of the gate all the same', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_CODEX: '' } });
  const env = { PATH: tempDir() };

  const report = await setup(rig, [], env);

  expect(report).toMatchObject({
    ready: false,
    codex: { available: false, detail: 'not found' },
    auth: { available: false, loggedIn: false, detail: 'not found', source: 'availability' },
    nextSteps: ['Install Codex with `npm install -g @openai/codex`.', OPTIONAL_STEP],
  });
  expectNothingStarted(rig);
  expect(await setup(rig, ['--enable-review-gate'], env)).toMatchObject({ reviewGateEnabled: true });
  expect(await setup(rig, [], env)).toMatchObject({ reviewGateEnabled: true });
  const wrong = await setup(rig, [], { CODEX_COMPANION_CODEX: '/no/codex' });
  expect(wrong.codex.detail).toContain('"/no/codex" (from CODEX_COMPANION_CODEX)');
});

test.each([
  [
    'no app-server',
    'echo "unknown command" >&2; exit 2',
    'codex-cli 0.1.0; advanced runtime unavailable: it ended with 2: unknown command',
  ],
  ['no words', 'exit 3', 'codex-cli 0.1.0; advanced runtime unavailable: it ended with 3'],
])('a Codex with %s is not usable, and nobody is asked', async (_what, script, detail) => {
  const rig = await startRig();
  const codex = executable(`if [ "$1" = --version ]; then echo codex-cli 0.1.0; exit 0; fi; ${script}`);

  const report = await setup(rig, [], { CODEX_COMPANION_CODEX: codex });

  expect(report).toMatchObject({ ready: false, codex: { available: false, detail }, auth: { source: 'availability' } });
  expect(rig.processes()).toEqual([]);
});

test('a program that never says its version is not waited for, and does not stay', async () => {
  const rig = await startRig();
  const startedAtMs = performance.now();

  const report = await setup(rig, [], { CODEX_COMPANION_CODEX: executable('sleep 100') });

  expect(report).toMatchObject({ ready: false, codex: { available: false, detail: 'it did not answer within 5 s' } });
  expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  expect(rig.processes()).toEqual([]);
});

test('the review gate is chosen for one workspace, and status knows it', async () => {
  const rig = await startRig();
  const other = rig.otherWorkspace('other');

  const enabled = await setup(rig, ['--enable-review-gate']);

  expect(enabled).toMatchObject({
    reviewGateEnabled: true,
    actionsTaken: [`Enabled the stop-time review gate for ${rig.workspace}.`],
    nextSteps: [],
  });
  expect(await rig.json(['status'])).toMatchObject({ config: { stopReviewGate: true }, needsReview: true });
  expect((await rig.run(['status'])).stdout).toContain('\nReview gate: enabled\n');
  expect(await rig.json(['status'], { cwd: other })).toMatchObject({ config: { stopReviewGate: false } });
  expect(await setup(rig, ['--disable-review-gate'])).toMatchObject({
    reviewGateEnabled: false,
    actionsTaken: [`Disabled the stop-time review gate for ${rig.workspace}.`],
  });
  expect(await rig.json(['status'])).toMatchObject({ config: { stopReviewGate: false }, needsReview: false });
});

test('both choices of the gate at once are usage, and change nothing', async () => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run(['setup', '--enable-review-gate', '--disable-review-gate']);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('codex-companion: Choose either --enable-review-gate or --disable-review-gate.\n');
  expectNothingStarted(rig);
});

test('a choice of the gate that cannot be read is said, and is neither on nor off', async () => {
  const rig = await startRig();
  await setup(rig, ['--enable-review-gate']);
  const file = path.join(stateOf(rig), 'settings.json');
  writeFileSync(file, '{"stopReviewGate": tr');

  const { code, stdout, stderr } = await rig.run(['setup']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining(`Cannot read "${file}"`) });
  expect(stdout).toContain('\n- review gate: unknown\n');
  const status = await rig.run(['status', '--json']);
  expect(JSON.parse(status.stdout)).toMatchObject({ config: { stopReviewGate: null }, needsReview: false });
  expect(status.stderr).toContain(`Cannot read "${file}"`);
  expect(await setup(rig, ['--enable-review-gate'])).toMatchObject({ reviewGateEnabled: true });
});

test('setup is a page for people', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_ACCOUNT: 'logged-out' } });

  const { code, stdout, stderr } = await rig.run(['setup', '--disable-review-gate']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    '# Codex Setup',
    '',
    'Status: needs attention',
    '',
    'Checks:',
    `- node: ${process.version}`,
    expect.stringMatching(/^- npm: /u),
    '- codex: codex-cli 0.0.0-fake; advanced runtime available',
    '- packages: installed',
    '- auth: OpenAI requires OpenAI authentication',
    '- session runtime: direct startup',
    '- review gate: disabled',
    '',
    'Actions taken:',
    `- Disabled the stop-time review gate for ${rig.workspace}.`,
    '',
    'Next steps:',
    '- Run `!codex login`.',
    expect.stringMatching(/^- Where no browser can be opened: /u),
    expect.stringMatching(/^- Optional: run /u),
    '',
  ]);
});

test('what Codex says of itself cannot steer a terminal', async () => {
  const rig = await startRig();
  const codex = executable("printf 'codex-cli \\033[31m1\\033]0;mine\\007\\n'");

  const { stdout } = await rig.run(['setup'], { env: { CODEX_COMPANION_CODEX: codex } });

  expect(stdout).toContain('\n- codex: codex-cli 1; advanced runtime available\n');
});

function setup(rig: Rig, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  return rig.json<SetupReport>(['setup', ...args], { env });
}

function executable(script: string): string {
  const file = path.join(tempDir(), 'codex');
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}
