import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  type Found,
  hasLostFile,
  isPipe,
  listenAddress,
  pipeNamed,
  removeSocketFile,
  socketAt,
} from '../../src/util/local-endpoint.ts';
import { newSecret } from '../../src/util/secret.ts';
import { tempDir } from '../support/temp.ts';

const PIPE = pipeNamed('codex-companion-0123456789abcdef');

async function listening(): Promise<string> {
  const socket = path.join(tempDir(), 's');
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return socket;
}

test('a pipe gets a name that nobody can foresee, a file keeps its own', () => {
  const [first, second] = [listenAddress(PIPE, newSecret), listenAddress(PIPE, newSecret)];
  expect(first).toMatch(/^\\\\\.\\pipe\\codex-companion-[0-9a-f]{16}-[0-9a-f]{32}$/u);
  expect(first).not.toBe(second);
  // Windows takes 256.
  expect(first).toHaveLength(74);
  expect(listenAddress('/run/x.control', newSecret)).toBe('/run/x.control');
});

test('a file can be lost, and is removed when it is a leftover; a pipe has none', async () => {
  const socket = await listening();
  expect([isPipe(socket), hasLostFile(socket), socketAt(socket)]).toEqual([false, false, 'socket']);
  removeSocketFile(socket);
  expect([hasLostFile(socket), socketAt(socket), existsSync(socket)]).toEqual([true, 'nothing', false]);
  removeSocketFile(socket);

  expect([isPipe(PIPE), hasLostFile(PIPE)]).toEqual([true, false]);
  expect(() => removeSocketFile(PIPE)).not.toThrow();
});

test('what is at a place and no socket is told from one', () => {
  const directory = tempDir();
  const file = path.join(directory, 'notes.txt');
  writeFileSync(file, 'precious');
  expect([socketAt(file), socketAt(directory), socketAt(path.join(directory, 'none'))]).toEqual([
    'other',
    'other',
    'nothing',
  ]);
  writeFileSync(file, '');
  expect(socketAt(file, 'linux')).toBe('other');
});

type Look = NonNullable<Parameters<typeof socketAt>[2]>;

const entry = (type: 'socket' | 'file' | 'directory', size: number) => ({
  isSocket: () => type === 'socket',
  isFile: () => type === 'file',
  size,
});

function refusing(code: string): Look {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

const SEEN: ReadonlyArray<readonly [NodeJS.Platform, string, Look, Found]> = [
  ['linux', 'a socket', () => entry('socket', 0), 'socket'],
  ['darwin', 'a socket', () => entry('socket', 0), 'socket'],
  ['darwin', 'an empty file', () => entry('file', 0), 'other'],
  ['win32', 'nothing', () => undefined, 'nothing'],
  ['win32', 'what it may not open', refusing('EACCES'), 'socket'],
  ['win32', 'an empty file', () => entry('file', 0), 'socket'],
  ['win32', 'a file of somebody', () => entry('file', 8), 'other'],
  ['win32', 'a directory', () => entry('directory', 0), 'other'],
];

test.each(SEEN)('on %s %s is seen as such', (platform, _what, look, found) => {
  expect(socketAt('x', platform, look)).toBe(found);
});

test.each([
  ['linux', 'EACCES'],
  ['win32', 'EIO'],
] as const)('what cannot be told is an error: on %s %s', (platform, code) => {
  expect(() => socketAt('x', platform, refusing(code))).toThrow(code);
});
