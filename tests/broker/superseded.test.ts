import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { watchForNewer } from '../../src/broker/superseded.ts';
import { tempDir } from '../support/temp.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('other brokers that cannot be looked for are looked for again', () => {
  const workspaceDirectory = tempDir();
  symlinkSync('brokers', path.join(workspaceDirectory, 'brokers'));
  const logged: string[] = [];
  const brokerParts = {
    workspaceDirectory,
    place: { paths: { directory: path.join(workspaceDirectory, 'own') } },
    config: { codexHome: '/home/u/.codex', settings: { probeIntervalMs: 5_000 } },
    startedAt: new Date(),
    log: (_level: string, message: string) => void logged.push(message),
  };
  const onNewer = vi.fn();
  onTestFinished(watchForNewer(brokerParts as never, onNewer));

  vi.advanceTimersByTime(10_000);

  expect(logged).toEqual(Array(2).fill(expect.stringMatching(/^Cannot look for a newer broker, trying again: ELOOP/u)));
  expect(onNewer).not.toHaveBeenCalled();
});
