import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Config, loadConfig } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import {
  brokerKey,
  brokerPaths,
  socketPaths,
  workspaceDirectory,
  workspacesDirectory,
} from '../../src/config/paths.ts';
import { ROWS, type Settings } from '../../src/config/rows.ts';
import { resolveSettings, settingsOf } from '../../src/config/settings.ts';
import { readProjectFile, readUserFile } from '../../src/config/settings-file.ts';
import { MAX_KEEP_JOBS, MAX_KEEP_MS, MAX_MAX_JOBS } from '../../src/config/settings-table.ts';
import { BrokerKeySchema } from '../../src/contract/ids.ts';
import { MAX_DURATION_MS } from '../../src/contract/job.ts';
import { VERSION } from '../../src/contract/version.ts';
import { MAX_SOCKET_PATH_BYTES } from '../../src/util/local-endpoint.ts';
import { DirectoryRefused } from '../../src/util/private-directory.ts';
import { startRig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';
import { fuzz, samples } from './fuzz.ts';
import { hostileText } from './hostile.ts';

const SETTINGS = ROWS.map(({ variable }) => variable);
const OTHERS = ['PATH', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME'];

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
  fc.constantFrom(...SETTINGS, ...OTHERS),
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

test('any settings file gives values in range, or sentences that say what is wrong, and never throws', async () => {
  const file = path.join(tempDir(), '.codex-companion.toml');
  const key = fc.oneof(fc.constantFrom(...ROWS.map((row) => row.key)), wild, fc.string());
  const value = fc.oneof(
    fc.oneof(duration, wild).map((text) => JSON.stringify(text)),
    fc.oneof(number, fc.constantFrom('true', 'inf', 'nan', '[]', '{}', '[1, "a"]', '1979-05-27', '"', "'''", '[', '{')),
  );
  const line = fc.oneof(
    fc.tuple(key, value).map(([name, written]) => `${name} = ${written}`),
    fc.tuple(key, value).map(([name, written]) => `${JSON.stringify(name)} = ${written}`),
    wild,
  );
  const property = fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
    writeFileSync(file, lines.join('\n'));
    for (const read of [readProjectFile(file), readUserFile(file, true)]) {
      expectInRange(settingsOf(resolveSettings({}, [read])));
      for (const { message } of read.problems) {
        expect(message).toMatch(/^Cannot read "/u);
        expect(message).not.toContain('\n');
        expect(message.length).toBeLessThan(file.length + 500);
      }
    }
  });
  await fuzz(property, { runs: 300, part: 0.25 });
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
    // A settings file that cannot be read is said, and nothing comes of it.
    expect(stderr).toMatch(
      code === 0 ? /^(?:Cannot read "[^\n]+; going on without it\n)?$/u : /^codex-companion: [^\n]+\n$/u,
    );
  }
});

function attempt(variables: Readonly<Record<string, string>>): Config | Error {
  try {
    return loadConfig(null, variables);
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

function expectInRange(settings: Settings): void {
  expect(['error', 'info', 'debug']).toContain(settings.logLevel);
  // Ages are compared, and no timer holds them.
  for (const [kept, most] of [
    [settings.keepJobs, MAX_KEEP_JOBS],
    [settings.keepMs, MAX_KEEP_MS],
  ] as const) {
    expect(Number.isInteger(kept) && kept >= 0 && kept <= most).toBe(true);
  }
  const durations = Object.entries(settings).filter(([name]) => name.endsWith('Ms') && name !== 'keepMs');
  for (const value of [settings.maxJobs, ...durations.map(([, value]) => value)]) {
    expect(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_DURATION_MS).toBe(true);
  }
  const { maxJobs, approvalTimeoutMs, probeIntervalMs, probeTimeoutMs, rpcTimeoutMs, appServerStartMs } = settings;
  const positive = [maxJobs, approvalTimeoutMs, probeIntervalMs, probeTimeoutMs, rpcTimeoutMs, appServerStartMs];
  expect(Math.min(...positive)).toBeGreaterThan(0);
  expect(maxJobs).toBeLessThanOrEqual(MAX_MAX_JOBS);
}
