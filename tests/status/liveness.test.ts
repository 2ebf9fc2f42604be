import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProcessIdentity } from '../../src/contract/process-identity.ts';
import { decide, identify, isAlive, isStopped, probe, self, signalIfSame } from '../../src/status/liveness.ts';
import { eventually } from '../support/eventually.ts';
import { spawnCaptured } from '../support/process.ts';
import { isRunning } from '../support/processes.ts';
import { tempDir } from '../support/temp.ts';
import { bundleFixture } from './bundle.ts';

const linux = process.platform === 'linux';
const SLEEP_S = '60';

function identityOf(pid: number): ProcessIdentity {
  const identity = identify(pid);
  if (identity === null) throw new Error(`No process ${pid}`);
  return identity;
}

describe('decide', () => {
  const identity = { bootId: 'b1', pid: 42, startTime: '100' };
  test.each([
    [
      'another boot, whatever runs under that pid',
      'b2',
      { kind: 'seen', state: 'running', startTime: '100' },
      'rebooted',
    ],
    ['none of the sandbox that we are in', 'b1 within pid:[7]', { kind: 'absent' }, 'alive'],
    ['none of ours, in no sandbox of that boot', 'b2 within pid:[7]', { kind: 'absent' }, 'rebooted'],
    ['no such pid (ESRCH)', 'b1', { kind: 'absent' }, 'gone'],
    ['a pid that is there and tells nothing (EPERM, hidden /proc)', 'b1', { kind: 'unreadable' }, 'alive'],
    ['the same start time', 'b1', { kind: 'seen', state: 'running', startTime: '100' }, 'alive'],
    ['a zombie', 'b1', { kind: 'seen', state: 'zombie', startTime: '100' }, 'zombie'],
    ['another start time', 'b1', { kind: 'seen', state: 'running', startTime: '101' }, 'reused'],
    ['a zombie with another start time', 'b1', { kind: 'seen', state: 'zombie', startTime: '101' }, 'reused'],
  ] as const)('%s', (_, boot, seen, expected) => {
    expect(decide(identity, boot, seen)).toBe(expected);
  });
});

describe('a process', () => {
  test('this one is alive and has the same identity each time', () => {
    expect(isAlive(self())).toBe(true);
    expect(self()).toEqual(identify(process.pid));
  });

  test('that has ended and was reaped is gone', async () => {
    const child = spawnCaptured('sleep', [SLEEP_S]);
    const identity = identityOf(child.pid);
    expect(probe(identity)).toBe('alive');
    child.kill('SIGKILL');
    await child.exited;
    expect(probe(identity)).toBe('gone');
    expect(identify(child.pid)).toBeNull();
  });

  test.runIf(linux)('that is suspended is alive, and known to be suspended', async () => {
    const child = spawnCaptured('sleep', [SLEEP_S]);
    const identity = identityOf(child.pid);
    expect(isStopped(identity)).toBe(false);
    process.kill(child.pid, 'SIGSTOP');
    await eventually(() => isStopped(identity), { withinMs: 5_000, what: 'suspended' });
    expect(probe(identity)).toBe('alive');
    expect(isStopped({ ...identity, startTime: '1' })).toBe(false);
  });

  test.runIf(linux)('that has ended and was not reaped is a zombie, and cannot be identified', async () => {
    // The shell becomes a sleep, which never asks how its child ended.
    const parent = spawnCaptured('sh', ['-c', `sh -c 'echo $$; exec sleep ${SLEEP_S}' & exec sleep ${SLEEP_S}`]);
    const pid = Number(await parent.waitForLine(/^\d+$/u, 5_000));
    const identity = identityOf(pid);
    process.kill(pid, 'SIGKILL');
    await eventually(() => probe(identity) === 'zombie', { withinMs: 5_000, what: 'zombie' });
    expect(() => process.kill(pid, 0)).not.toThrow();
    expect(isAlive(identity)).toBe(false);
    expect(identify(pid)).toBeNull();
  });

  test.runIf(linux && process.getuid?.() === 0)('of another user is alive, and signalling it is refused', () => {
    const directory = tempDir();
    chmodSync(directory, 0o755);
    const prober = bundleFixture('prober', directory);
    const asNobody = ['--reuid=65534', '--clear-groups', process.execPath, prober, JSON.stringify(self())];
    const { stdout, stderr } = spawnSync('setpriv', asNobody, { encoding: 'utf8', cwd: '/' });
    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout)).toEqual({ kill: 'EPERM', probe: 'alive', alive: true, signalled: false });
  });
});

test.runIf(linux && process.getuid?.() === 0)(
  'seen from a sandbox a process outside lives, and a stranger that has its pid in there is not signalled',
  () => {
    const prober = bundleFixture('prober');
    const outside = JSON.stringify({ ...self(), pid: 2 });
    const sandbox = ['--pid', '--fork', '--mount-proc', 'sh', '-c', `sleep ${SLEEP_S} & exec "$0" "$@"`];
    const command = [process.execPath, prober, outside];
    const { stdout, stderr } = spawnSync('unshare', [...sandbox, ...command], { encoding: 'utf8' });
    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout)).toEqual({ kill: 'allowed', probe: 'alive', alive: true, signalled: false });
  },
);

describe('signalling', () => {
  test('reaches the process that is meant', async () => {
    const child = spawnCaptured('sleep', [SLEEP_S]);
    expect(signalIfSame(identityOf(child.pid), 'SIGTERM')).toBe(true);
    expect(await child.exited).toEqual({ code: null, signal: 'SIGTERM' });
  });

  test('a stranger that has the pid now gets no signal', () => {
    const child = spawnCaptured('sleep', [SLEEP_S]);
    const former = { ...identityOf(child.pid), startTime: '1' };
    expect(probe(former)).toBe('reused');
    expect(signalIfSame(former, 'SIGKILL')).toBe(false);
    expect(isRunning(child.pid)).toBe(true);
  });

  test.each([1, 0, -1, Number.NaN, 1.5, 2 ** 31])('pid %s is never signalled', (pid) => {
    expect(signalIfSame({ ...self(), pid }, 'SIGKILL')).toBe(false);
  });
});
