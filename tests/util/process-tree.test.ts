import { expect, test } from 'vitest';
import { signalWay } from '../../src/util/process-tree.ts';
import { windowsProgram } from '../../src/util/windows-program.ts';

test.each([
  ['linux', 'SIGTERM', 'process', 42],
  ['linux', 'SIGKILL', 'group', -42],
  ['darwin', 'SIGKILL', 'process', 42],
  ['darwin', 'SIGTERM', 'group', -42],
] as const)('on %s a %s to a %s is a signal', (platform, signal, reach, target) => {
  expect(signalWay(platform, 42, signal, reach)).toEqual({ id: 'kill', target });
});

test.each([
  ['SIGTERM', 'process', []],
  ['SIGTERM', 'group', []],
  ['SIGKILL', 'process', ['/F']],
  ['SIGKILL', 'group', ['/F']],
] as const)('on Windows a %s to a %s is taskkill, of the tree', (signal, reach, force) => {
  const command = [windowsProgram('taskkill'), '/PID', '42', '/T', ...force];
  expect(signalWay('win32', 42, signal, reach)).toEqual({ id: 'run', command });
});
