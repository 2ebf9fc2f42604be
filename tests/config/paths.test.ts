import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { defaultRuntimeRoot } from '../../src/config/default-places.ts';
import { brokerKey, brokerPaths, realOrNamed, socketPaths, workspaceDirectory } from '../../src/config/paths.ts';
import { isPipe, MAX_SOCKET_PATH_BYTES } from '../../src/util/local-endpoint.ts';
import { tempDir } from '../support/temp.ts';

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

describe('a workspace', () => {
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
});
