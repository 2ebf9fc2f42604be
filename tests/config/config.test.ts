import { chmodSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CodexNotFound } from '../../src/config/codex-binary.ts';
import { brokerPlaceFor, loadConfig, loadWorkspace, surveyConfig } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import { DirectoryRefused } from '../../src/util/private-directory.ts';
import { tempDir } from '../support/temp.ts';

function user() {
  const home = realpathSync(tempDir());
  for (const name of ['bin', 'codex-home', 'repo', 'repo/.git', 'repo/src']) mkdirSync(path.join(home, name));
  writeFileSync(path.join(home, 'repo', '.git', 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(path.join(home, 'bin', 'codex'), '#!/bin/sh\n');
  chmodSync(path.join(home, 'bin', 'codex'), 0o755);
  const environment = {
    CODEX_COMPANION_STATE_DIR: path.join(home, 'state'),
    CODEX_COMPANION_RUNTIME_DIR: path.join(home, 'run'),
    CODEX_HOME: path.join(home, 'codex-home'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    PATH: path.join(home, 'bin'),
  };
  return { home, environment, repo: path.join(home, 'repo') };
}

test('everything comes from the environment that is handed in', () => {
  const { home, environment } = user();
  expect(loadConfig(null, environment)).toMatchObject({
    settings: { maxJobs: 8 },
    stateRoot: path.join(home, 'state'),
    runtimeRoot: path.join(home, 'run'),
    codexHome: path.join(home, 'codex-home'),
  });
});

test('a setting that cannot be read stops everything', () => {
  expect(() => loadConfig(null, { CODEX_COMPANION_MAX_JOBS: 'many' })).toThrow(ConfigError);
});

test('a state root that others may enter is refused before anything is read from it, and none is made', () => {
  const { environment } = user();
  loadConfig(null, environment);
  expect(existsSync(environment.CODEX_COMPANION_STATE_DIR)).toBe(false);
  mkdirSync(environment.CODEX_COMPANION_STATE_DIR);
  chmodSync(environment.CODEX_COMPANION_STATE_DIR, 0o777);
  expect(() => loadConfig(null, environment)).toThrow(DirectoryRefused);
});

test('a workspace is the repository, wherever in it somebody stands', () => {
  const { environment, repo, home } = user();
  const { workspace } = loadWorkspace(path.join(repo, 'src'), environment);
  expect(workspace).toMatchObject({ root: repo, cwd: path.join(repo, 'src') });
  expect(workspace.directory).toBe(loadWorkspace(repo, environment).workspace.directory);
  expect(path.dirname(workspace.directory)).toBe(path.join(home, 'state', 'workspaces'));
});

test('the broker’s place is below its workspace, and its sockets are in the runtime root', () => {
  const { environment, repo, home } = user();
  const config = loadConfig(null, environment);
  const place = brokerPlaceFor(config, repo);
  expect(place.paths.directory).toBe(
    path.join(loadWorkspace(repo, environment).workspace.directory, 'brokers', place.key),
  );
  expect(path.dirname(place.sockets.control)).toBe(path.join(home, 'run'));
  expect(brokerPlaceFor(config, repo)).toEqual(place);
});

test('another CODEX_HOME, another Codex and another state root each have another broker', () => {
  const { environment, repo, home } = user();
  const socketOf = (change: object) =>
    brokerPlaceFor(loadConfig(null, { ...environment, ...change }), repo).sockets.control;
  const newer = path.join(home, 'newer');
  writeFileSync(newer, '#!/bin/sh\n# newer\n');
  chmodSync(newer, 0o755);
  const sockets = [
    socketOf({}),
    socketOf({ CODEX_HOME: path.join(home, 'other-account') }),
    socketOf({ CODEX_COMPANION_CODEX: newer }),
    socketOf({ CODEX_COMPANION_STATE_DIR: path.join(home, 'state2') }),
  ];
  expect(new Set(sockets).size).toBe(sockets.length);
});

test('without Codex there is no place', () => {
  const { environment, repo } = user();
  const config = loadConfig(null, { ...environment, PATH: '' });
  expect(() => brokerPlaceFor(config, repo)).toThrow(CodexNotFound);
});

test('whoever looks for what is wrong gets a configuration where others are refused', () => {
  const environment = {
    CODEX_COMPANION_CONFIG: os.devNull,
    CODEX_COMPANION_STATE_DIR: '/etc',
    CODEX_COMPANION_MAX_JOBS: 'many',
    CODEX_COMPANION_JOB_TIMEOUT_MS: '45m',
  };
  expect(() => loadConfig(null, environment)).toThrow();

  const { config, unusable } = surveyConfig(null, environment);

  expect(unusable).toEqual([expect.stringMatching(/^Cannot read CODEX_COMPANION_MAX_JOBS: "many" /u)]);
  expect(config.settings).toMatchObject({ maxJobs: 8, jobTimeoutMs: 2_700_000 });
  expect(config).toMatchObject({ stateRoot: '/etc', environment });
});
