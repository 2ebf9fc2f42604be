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

test.each(['process', 'group'] as const)(
  'on Windows a SIGKILL to a %s is taskkill, of the tree and by force',
  (reach) => {
    const command = [windowsProgram('taskkill'), '/T', '/F', '/PID', '42'];
    expect(signalWay('win32', 42, 'SIGKILL', reach)).toEqual({ id: 'run', command });
  },
);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('on Windows there is no %s', (signal) => {
  expect(signalWay('win32', 42, signal, 'process')).toEqual({ id: 'none' });
  expect(signalWay('win32', 42, signal, 'group')).toEqual({ id: 'none' });
});
