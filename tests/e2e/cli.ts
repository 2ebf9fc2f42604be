import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { type Captured, spawnCaptured } from '../support/process.ts';
import type { Rig, RunOptions } from '../support/rig.ts';

const CLI = path.join(PROJECT_ROOT, 'dist', 'cli.cjs');

/** The command with its standard input left open. */
export function startOpen(rig: Rig, args: readonly string[], options: RunOptions = {}): Captured {
  return spawnCaptured(process.execPath, [CLI, ...args], settingsOf(rig, options));
}

/** The command in a shell line, in which "$@" stands for it. */
export function startInShell(rig: Rig, line: string, args: readonly string[], options: RunOptions = {}): Captured {
  const shell = ['-c', line, 'bash', process.execPath, CLI, ...args];
  return spawnCaptured('bash', shell, { ...settingsOf(rig, options), input: options.input ?? '' });
}

/** The command on a terminal of its own. What it says there, on both streams, comes as stdout. */
export function startOnTerminal(rig: Rig, args: readonly string[], options: RunOptions = {}): Captured {
  const line = [process.execPath, CLI, ...args].map(quoted).join(' ');
  return spawnCaptured('script', ['-qefc', line, '/dev/null'], { ...settingsOf(rig, options), input: '' });
}

/** No process, no state, no socket, and nothing said to Codex. */
export function expectNothingStarted(rig: Rig): void {
  expect(rig.processes()).toEqual([]);
  for (const trace of [rig.stateDir, rig.runtimeDir, rig.journal]) expect(existsSync(trace), trace).toBe(false);
}

function settingsOf(rig: Rig, options: RunOptions) {
  return { cwd: options.cwd ?? rig.workspace, env: { ...rig.env, SHELL: '/bin/sh', ...options.env } };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
