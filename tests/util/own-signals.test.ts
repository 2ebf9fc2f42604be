import { afterEach, expect, test, vi } from 'vitest';
import { raise } from '../../src/util/own-signals.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('where there are signals, one is sent', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  raise('SIGHUP', true);
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGHUP']]);
});

test('where there are none, whoever listens is told as by one, and the process goes on', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
  const told = vi.fn();
  process.once('SIGHUP', told);
  raise('SIGHUP', false);
  expect(told.mock.calls).toEqual([['SIGHUP']]);
  expect(exit).not.toHaveBeenCalled();
  expect(kill).not.toHaveBeenCalled();
});

test('where there are none and nobody listens, it is the end', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
  raise('SIGHUP', false);
  expect(exit.mock.calls).toEqual([[129]]);
  expect(kill).not.toHaveBeenCalled();
});
