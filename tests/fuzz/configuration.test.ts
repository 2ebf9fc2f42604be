import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Config, loadConfig } from '../../src/config/config.ts';
import {
  brokerKey,
  brokerPaths,
  MAX_SOCKET_PATH_BYTES,
  socketPaths,
  workspaceDirectory,
  workspacesDirectory,
} from '../../src/config/paths.ts';
import { ConfigError, MAX_KEEP_JOBS, MAX_KEEP_MS, MAX_MAX_JOBS, type Settings } from '../../src/config/settings.ts';
import { BrokerKeySchema } from '../../src/contract/ids.ts';
import { MAX_DURATION_MS } from '../../src/contract/job.ts';
import { VERSION } from '../../src/contract/version.ts';
import { DirectoryRefused } from '../../src/util/private-directory.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { startRig } from '../support/rig.ts';
import { fuzz, samples } from './fuzz.ts';
import { hostileText } from './hostile.ts';

const SETTINGS = [
  ...readFileSync(path.join(PROJECT_ROOT, 'src', 'config', 'settings.ts'), 'utf8').matchAll(
    /CODEX_COMPANION_[A-Z_]+/gu,
  ),
].map(([name]) => name);
const PLACES = [
  ...['CODEX_COMPANION_STATE_DIR', 'CODEX_COMPANION_RUNTIME_DIR', 'CODEX_COMPANION_CODEX', 'CODEX_HOME', 'PATH'],
  ...['XDG_STATE_HOME', 'XDG_RUNTIME_DIR'],
];

// An environment can hold no NUL.
const wild = hostileText.map((text) => text.replaceAll('\0', ''));
const number = fc.oneof(fc.integer().map(String), fc.double().map(String), fc.bigInt().map(String));
const duration = fc
  .tuple(number, fc.constantFrom('', 'ms', 's', 'm', 'h', 'd', ' mins', 'y', 'x'))
  .map((two) => two.join(''));
const place = fc.oneof(
  wild,
  fc.constantFrom(
    '/',
    '.',
    '/etc/passwd',
    '/etc/passwd/below',
    '/no/such/place',
    `/tmp/${'x'.repeat(300)}`,
    '//',
    '\\',
  ),
);
const environment = fc.dictionary(
  fc.constantFrom(...SETTINGS, ...PLACES),
  fc.oneof(duration, number, place, fc.constantFrom('info', 'INFO', '64', '65', '0x10')),
  { maxKeys: 3 },
);

test('any environment gives settings that are in range, or an error that names the variable', async () => {
  expect(SETTINGS.length).toBeGreaterThan(10);
  const property = fc.property(environment, (variables) => {
    const loaded = attempt(variables);
    if ('settings' in loaded) expectInRange(loaded.settings);
    else expectClear(loaded, variables);
  });
  await fuzz(property, { runs: 500, part: 0.5 });
});

test('whatever the workspace and the roots are called, its files are below them, and its sockets can be bound', async () => {
  const names = fc.oneof(place, wild).map((text) => path.resolve('/', text));
  const property = fc.property(names, names, names, (state, runtime, workspace) => {
    const directory = workspaceDirectory(state, workspace);
    expect(path.dirname(directory)).toBe(workspacesDirectory(state));
    const key = brokerKey(workspace, runtime, state, VERSION);
    expect(v.is(BrokerKeySchema, key)).toBe(true);
    for (const file of Object.values(brokerPaths(directory, key))) expect(file.startsWith(`${directory}/`)).toBe(true);
    try {
      for (const socket of Object.values(socketPaths(runtime, state, key))) {
        expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(MAX_SOCKET_PATH_BYTES);
        expect(path.dirname(socket)).toBe(runtime);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).toContain('CODEX_COMPANION_RUNTIME_DIR');
    }
  });
  await fuzz(property, { runs: 200, part: 0.25 });
});

test('the command ends with a table or a sentence in any environment', async () => {
  const rig = await startRig();
  const { PATH = '' } = process.env;
  const some = samples(environment, 40)
    .filter((variables) => Object.keys(variables).length > 0)
    .slice(0, 10);
  for (const variables of some) {
    const { code, stderr } = await rig.run(['status'], { env: { ...variables, PATH } });
    expect([0, 2], `${JSON.stringify(variables)}: ${stderr.slice(0, 500)}`).toContain(code);
    expect(stderr).toMatch(code === 0 ? /^$/u : /^codex-companion: [^\n]+\n$/u);
  }
});

function attempt(variables: Readonly<Record<string, string>>): Config | Error {
  try {
    return loadConfig(variables);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function expectClear(error: Error, variables: Readonly<Record<string, string>>): void {
  if (error instanceof DirectoryRefused) {
    expect(error.message).toMatch(/^(?:Refusing to|Cannot) use /u);
    return;
  }
  expect(error).toBeInstanceOf(ConfigError);
  const named = /^Cannot read (CODEX_COMPANION_[A-Z_]+): /u.exec(error.message)?.[1] ?? 'no variable';
  expect(error.message).toContain(`"${variables[named]}"`);
}

function expectInRange({ maxJobs, keepJobs, keepMs, sessionId: _session, logLevel, ...durations }: Settings): void {
  expect(['error', 'info', 'debug']).toContain(logLevel);
  // Ages are compared, and no timer holds them.
  for (const [kept, most] of [
    [keepJobs, MAX_KEEP_JOBS],
    [keepMs, MAX_KEEP_MS],
  ] as const) {
    expect(Number.isInteger(kept) && kept >= 0 && kept <= most).toBe(true);
  }
  for (const value of [maxJobs, ...Object.values(durations)]) {
    expect(Number.isInteger(value) && value >= 0 && value <= MAX_DURATION_MS).toBe(true);
  }
  const { approvalTimeoutMs, probeIntervalMs, probeTimeoutMs, rpcTimeoutMs, appServerStartMs } = durations;
  const positive = [maxJobs, approvalTimeoutMs, probeIntervalMs, probeTimeoutMs, rpcTimeoutMs, appServerStartMs];
  expect(Math.min(...positive)).toBeGreaterThan(0);
  expect(maxJobs).toBeLessThanOrEqual(MAX_MAX_JOBS);
}
