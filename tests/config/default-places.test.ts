import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  defaultCodexHome,
  defaultRuntimeRoot,
  defaultStateRoot,
  defaultUserFile,
} from '../../src/config/default-places.ts';
import { MAX_SOCKET_PATH_BYTES } from '../../src/util/local-endpoint.ts';
import { tempDir } from '../support/temp.ts';

const FALLBACK = `/tmp/codex-companion-${process.getuid?.()}`;

describe('the state root', () => {
  test('is below XDG_STATE_HOME, and does not move with the working directory', () => {
    expect(defaultStateRoot({ XDG_STATE_HOME: '/x' })).toBe('/x/codex-companion');
    expect(defaultStateRoot({ XDG_STATE_HOME: 'relative' })).toBe(defaultStateRoot({}));
  });

  test.skipIf(process.platform !== 'linux')('is in the home directory otherwise', () => {
    expect(defaultStateRoot({})).toBe(path.join(os.homedir(), '.local/state/codex-companion'));
  });
});

describe('the user’s own settings file', () => {
  test('is below XDG_CONFIG_HOME, when that is absolute', () => {
    expect(defaultUserFile({ XDG_CONFIG_HOME: '/x' })).toBe('/x/codex-companion/config.toml');
    expect(defaultUserFile({ XDG_CONFIG_HOME: 'relative' })).toBe(defaultUserFile({}));
  });

  test.skipIf(process.platform !== 'linux')('is in the home directory otherwise', () => {
    expect(defaultUserFile({})).toBe(path.join(os.homedir(), '.config/codex-companion/config.toml'));
  });
});

describe('the runtime root', () => {
  test('is below XDG_RUNTIME_DIR where that exists', () => {
    const xdg = tempDir();
    expect(defaultRuntimeRoot({ XDG_RUNTIME_DIR: xdg })).toBe(path.join(xdg, 'codex-companion'));
  });

  test.each([
    ['not set', undefined],
    ['set to nothing', ''],
    ['gone', '/no/such/directory'],
    ['relative', '.'],
  ])('is a directory of this user below /tmp when XDG_RUNTIME_DIR is %s', (_what, xdg) => {
    expect(defaultRuntimeRoot({ XDG_RUNTIME_DIR: xdg })).toBe(FALLBACK);
  });

  test('is below /tmp when sockets below XDG_RUNTIME_DIR would have too long a path', () => {
    const xdg = path.join(tempDir(), 'x'.repeat(MAX_SOCKET_PATH_BYTES));
    mkdirSync(xdg);
    expect(defaultRuntimeRoot({ XDG_RUNTIME_DIR: xdg })).toBe(FALLBACK);
  });
});

test('Codex has its own directory', () => {
  expect(defaultCodexHome()).toBe(path.join(os.homedir(), '.codex'));
});
