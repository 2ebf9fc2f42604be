import os from 'node:os';
import { expect, test } from 'vitest';
import { configuredDirectories, namedDirectories } from '../../src/config/named-directories.ts';
import { resolveSettings, settingsOf } from '../../src/config/settings.ts';

test('every directory that anything depends on is there, with what names it', () => {
  const named = namedDirectories({
    PATH: '/bin::/usr/bin',
    CODEX_HOME: '/codex-home',
    CODEX_COMPANION_STATE_DIR: '/state',
    CODEX_COMPANION_CONFIG: '/config/a.toml',
    CODEX_COMPANION_CODEX: '/opt/codex/bin/codex',
    XDG_RUNTIME_DIR: '/run/user/1000',
  });

  expect(named.map(({ what, path }) => `${what}: ${path}`)).toEqual([
    `the home directory: ${os.homedir()}`,
    `the directory for temporary files: ${os.tmpdir()}`,
    'XDG_RUNTIME_DIR: /run/user/1000',
    'the state directory: /state',
    "Codex's own directory: /codex-home",
    'the settings file: /config',
    'the chosen Codex: /opt/codex/bin',
    'PATH: /bin',
    'PATH: /usr/bin',
  ]);
});

test('where nothing is named it is what would be used', () => {
  const named = namedDirectories({ XDG_STATE_HOME: '/x/state', XDG_CONFIG_HOME: '/x/config' });
  expect(named).toContainEqual({ what: 'the state directory', path: '/x/state/codex-companion' });
  expect(named).toContainEqual({ what: 'the settings file', path: '/x/config/codex-companion' });
});

test('so is that of the Codex of a settings file', () => {
  const settings = settingsOf(resolveSettings({}));
  expect(configuredDirectories(settings)).toEqual([]);
  expect(configuredDirectories({ ...settings, codex: '/opt/codex' })).toEqual([
    { what: 'the setting "codex"', path: '/opt' },
  ]);
});
