import { expect, test } from 'vitest';
import { type Ended, type ProcessOptions, runBounded } from '../../src/util/bounded-process.ts';
import { eventually } from '../support/eventually.ts';
import { isRunning } from '../support/processes.ts';

const LIMITS = { cwd: '/', environment: { PATH: process.env['PATH'] }, timeoutMs: 60_000, maxBytes: 1_000 };

function run(script: string, options: Partial<ProcessOptions> = {}): Promise<Ended> {
  return runBounded('sh', ['-c', script], { ...LIMITS, ...options });
}

test.each<[string, string, Partial<ProcessOptions>, object]>([
  ['that ends', 'cat; echo why >&2; exit 3', { input: 'in' }, { id: 'exited', status: 3, stderr: 'why\n' }],
  ['that a signal ends', 'kill -TERM $$', {}, { id: 'exited', status: 'SIGTERM' }],
  ['that says too much', 'echo 12345; sleep 60', { maxBytes: 3 }, { id: 'cut', stdout: Buffer.from('123') }],
  ['of which the rest is thrown away', 'echo 12345', { maxBytes: 3, beyondMax: 'drop' }, { id: 'exited', status: 0 }],
  ['that takes too long', 'sleep 60', { timeoutMs: 50 }, { id: 'timed_out' }],
  ['that nobody wants any more', 'sleep 60', { signal: AbortSignal.timeout(50) }, { id: 'stopped' }],
])('a program %s', async (_what, script, options, expected) => {
  expect(await run(script, options)).toMatchObject(expected);
});

test('a program that is not there, or has nowhere to run, was not started', async () => {
  expect(await runBounded('no-such-program', [], LIMITS)).toMatchObject({ id: 'not_started' });
  expect(await run('true', { cwd: '/nowhere' })).toMatchObject({ id: 'not_started' });
});

test('a program that takes no notice of SIGTERM is ended all the same', async () => {
  let pid = 0;
  const onStart = (started: number) => {
    pid = started;
    return () => undefined;
  };
  const stop = new AbortController();
  const ended = run('trap "" TERM; sleep 60; sleep 60', { graceMs: 50, signal: stop.signal, onStart });
  await eventually(() => pid > 0, { withinMs: 5_000, what: 'its start' });
  stop.abort();
  expect(await ended).toEqual({ id: 'stopped' });
  await eventually(() => !isRunning(pid), { withinMs: 5_000, what: 'its end' });
});

test('a program that has ended is not waited for because of what it has left running with its output', async () => {
  const ended = await run('sleep 60 & echo $!');
  expect(ended).toMatchObject({ id: 'exited', status: 0 });
  const left = ended.id === 'exited' ? Number(String(ended.stdout)) : 0;
  expect(isRunning(left)).toBe(true);
  process.kill(left, 'SIGKILL');
});
