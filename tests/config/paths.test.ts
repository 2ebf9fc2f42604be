import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import {
  brokerKey,
  brokerPaths,
  defaultCodexHome,
  defaultRuntimeRoot,
  defaultStateRoot,
  defaultUserFile,
  MAX_SOCKET_PATH_BYTES,
  realOrNamed,
  socketPaths,
  workspaceDirectory,
  workspaceRootOf,
} from '../../src/config/paths.ts';
import { isPipe } from '../../src/util/local-endpoint.ts';
import { tempDir } from '../support/temp.ts';

const FALLBACK = `/tmp/codex-companion-${process.getuid?.()}`;

function repository(directory: string): void {
  mkdirSync(path.join(directory, '.git'), { recursive: true });
  writeFileSync(path.join(directory, '.git', 'HEAD'), 'ref: refs/heads/main\n');
}

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

describe('the sockets', () => {
  test('of one broker have two short names, of another state root or key others', () => {
    const { control, events } = socketPaths('/run/x', '/state', 'key');
    expect(path.dirname(control)).toBe('/run/x');
    expect(new Set([control, events, socketPaths('/run/x', '/other', 'key').control]).size).toBe(3);
    expect(socketPaths('/run/x', '/state', 'other').control).not.toBe(control);
  });

  test('with a path that is too long are refused, with the remedy; one byte less is accepted', () => {
    const rest = Buffer.byteLength(`/${'0'.repeat(16)}.control`);
    const longest = `/${'r'.repeat(MAX_SOCKET_PATH_BYTES - rest - 1)}`;
    expect(Buffer.byteLength(socketPaths(longest, '/state', 'key').control)).toBe(MAX_SOCKET_PATH_BYTES);
    const refused = () => socketPaths(`${longest}r`, '/state', 'key');
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(
      new RegExp(`longer than ${MAX_SOCKET_PATH_BYTES} bytes \\(set CODEX_COMPANION_RUNTIME_DIR`, 'u'),
    );
  });

  test('are measured in bytes, not in characters', () => {
    expect(() => socketPaths(`/${'é'.repeat(50)}`, '/state', 'key')).toThrow(ConfigError);
  });

  const UNIX = { home: '/home/ada', uid: 1000 };
  const WINDOWS = { home: 'C:\\Users\\ada', uid: null };

  test.each([
    ['linux', UNIX, '/tmp/codex-companion-1000/<name>.control', '/tmp/codex-companion-1000/<name>.events'],
    ['darwin', UNIX, '/tmp/codex-companion-1000/<name>.control', '/tmp/codex-companion-1000/<name>.events'],
    [
      'win32',
      WINDOWS,
      '\\\\.\\pipe\\codex-companion-<name>',
      'C:\\Users\\ada\\AppData\\Local\\codex-companion\\run\\<name>.events',
    ],
  ] as const)('of a user on %s have their places', (platform, user, control, events) => {
    const runtime = defaultRuntimeRoot({}, { platform, ...user });
    const sockets = socketPaths(runtime, '/state', 'key', platform);
    const [name = ''] = /[0-9a-f]{16}/u.exec(sockets.events) ?? [];
    expect(sockets).toEqual({ control: control.replace('<name>', name), events: events.replace('<name>', name) });
  });

  test('on Windows are where the user’s own data are, and only the file has to be short', () => {
    const runtime = defaultRuntimeRoot({ LOCALAPPDATA: 'D:\\ada' }, { platform: 'win32', ...WINDOWS });
    expect(runtime).toBe('D:\\ada\\codex-companion\\run');
    const rest = `\\${'0'.repeat(16)}.events`.length;
    const longest = `C:\\${'r'.repeat(MAX_SOCKET_PATH_BYTES - rest - 3)}`;
    const { control, events } = socketPaths(longest, '/state', 'key', 'win32');
    expect(events).toHaveLength(MAX_SOCKET_PATH_BYTES);
    expect(isPipe(control)).toBe(true);
    expect(() => socketPaths(`${longest}r`, '/state', 'key', 'win32')).toThrow('set CODEX_COMPANION_RUNTIME_DIR');
  });
});

describe('the workspace of a directory', () => {
  test('is the repository around it', () => {
    const root = realpathSync(tempDir());
    repository(root);
    mkdirSync(path.join(root, 'a', 'b'), { recursive: true });
    expect(workspaceRootOf(path.join(root, 'a', 'b'))).toBe(root);
    expect(workspaceRootOf(root)).toBe(root);
  });

  test('is the worktree, where .git is a file, not the repository around that', () => {
    const outer = realpathSync(tempDir());
    const worktree = path.join(outer, 'worktrees', 'fix');
    repository(outer);
    mkdirSync(path.join(worktree, 'src'), { recursive: true });
    writeFileSync(path.join(worktree, '.git'), 'gitdir: /elsewhere\n');
    expect(workspaceRootOf(path.join(worktree, 'src'))).toBe(worktree);
  });

  test('outside of any repository is the directory itself', () => {
    const directory = realpathSync(tempDir());
    expect(workspaceRootOf(directory)).toBe(directory);
  });

  test('is not a directory above with an empty .git, as a sandbox leaves one', () => {
    const outer = realpathSync(tempDir());
    const inner = path.join(outer, 'inner');
    mkdirSync(path.join(outer, '.git'));
    mkdirSync(inner);
    expect(workspaceRootOf(inner)).toBe(inner);
  });

  test('is the same by every way in', () => {
    const base = realpathSync(tempDir());
    repository(path.join(base, 'real'));
    symlinkSync(path.join(base, 'real'), path.join(base, 'link'));
    expect(workspaceRootOf(path.join(base, 'link'))).toBe(path.join(base, 'real'));
  });

  test('that is missing, or a file, is refused with the remedy', () => {
    const file = path.join(tempDir(), 'file');
    expect(() => workspaceRootOf(file)).toThrow(
      `Cannot use "${file}" as working directory: it does not exist (choose another one with --cwd)`,
    );
    writeFileSync(file, '');
    expect(() => workspaceRootOf(file)).toThrow(`"${file}" as working directory: it is not a directory`);
    const long = path.join(file, 'x'.repeat(300));
    expect(() => workspaceRootOf(long)).toThrow(ConfigError);
  });

  test.each([
    ['/home/u/my repo!', /^my-repo--[0-9a-f]{12}$/u],
    ['/', /^root-[0-9a-f]{12}$/u],
    [`/${'x'.repeat(200)}`, /^x{40}-[0-9a-f]{12}$/u],
    ['/home/日本', /^--[0-9a-f]{12}$/u],
  ])('%s has a folder of state with a name that is safe', (root, name) => {
    const directory = workspaceDirectory('/state', root);
    expect(path.dirname(directory)).toBe('/state/workspaces');
    expect(path.basename(directory)).toMatch(name);
  });

  test('of the same name elsewhere has another folder', () => {
    expect(workspaceDirectory('/s', '/a/repo')).not.toBe(workspaceDirectory('/s', '/b/repo'));
  });
});

describe('a broker', () => {
  test('is one per workspace, CODEX_HOME, Codex and version of ours', () => {
    const keys = [
      brokerKey('/w', '/home', 'f', '1.0.0'),
      brokerKey('/w2', '/home', 'f', '1.0.0'),
      brokerKey('/w', '/home2', 'f', '1.0.0'),
      brokerKey('/w', '/home', 'f2', '1.0.0'),
      brokerKey('/w', '/home', 'f', '1.0.1'),
      brokerKey('/w/', 'home', 'f', '1.0.0'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(brokerKey('/w', '/home', 'f', '1.0.0')).toBe(keys[0]);
  });

  test('has everything of its own in one folder', () => {
    const { directory, ...files } = brokerPaths('/state/workspaces/repo-1', 'key');
    expect(directory).toBe('/state/workspaces/repo-1/brokers/key');
    for (const file of Object.values(files)) expect(path.dirname(file)).toBe(directory);
  });
});

test('CODEX_HOME is known by its real path, where it exists', () => {
  const base = realpathSync(tempDir());
  mkdirSync(path.join(base, 'real'));
  symlinkSync(path.join(base, 'real'), path.join(base, 'link'));
  expect(realOrNamed(path.join(base, 'link'))).toBe(path.join(base, 'real'));
  expect(realOrNamed(path.join(base, 'none'))).toBe(path.join(base, 'none'));
  expect(path.basename(defaultCodexHome())).toBe('.codex');
});
