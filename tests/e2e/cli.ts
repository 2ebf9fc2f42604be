import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { type Captured, spawnCaptured } from '../support/process.ts';
import { CLI, type Finished, type Rig, type RunOptions } from '../support/rig.ts';

/** The command with its standard input left open. */
export function startOpen(rig: Rig, args: readonly string[], options: RunOptions = {}): Captured {
  return spawnCaptured(process.execPath, [CLI, ...args], settingsOf(rig, options));
}

/** A command whose output nobody reads, as on a terminal that was stopped. */
export interface Unread {
  readonly pid: number;
  /** Reads all of it. Calls `onChunk` before each piece is taken: until then what follows it waits. */
  readToEnd(onChunk?: (readBytes: number) => void): Promise<Finished>;
}

export function startUnread(rig: Rig, args: readonly string[]): Unread {
  const { cwd, env } = settingsOf(rig, {});
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    child.stdout.resume();
    child.stderr.resume();
    await exited;
  });
  return {
    pid: child.pid ?? 0,
    readToEnd: async (onChunk = () => undefined) => {
      const read = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const) {
        child[name].setEncoding('utf8').on('data', (text: string) => {
          read[name] += text;
          onChunk(read[name].length);
        });
      }
      await exited;
      return { code: child.exitCode, ...read };
    },
  };
}

/** The command in a shell line, in which "$@" stands for it. */
export function startInShell(rig: Rig, line: string, args: readonly string[], options: RunOptions = {}): Captured {
  const shell = ['-c', line, 'bash', process.execPath, CLI, ...args];
  return spawnCaptured('bash', shell, { ...settingsOf(rig, options), input: options.input ?? '' });
}

/** Whether commands can be run on a terminal of their own, which takes util-linux. */
export const hasScript =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

/** The command on a terminal of its own. What it says there, on both streams, comes as stdout. */
export function startOnTerminal(rig: Rig, args: readonly string[], options: RunOptions = {}): Captured {
  const terminal = startOnOpenTerminal(rig, args, options);
  terminal.endInput();
  return terminal;
}

/** The same, for somebody who types there. */
export function startOnOpenTerminal(rig: Rig, args: readonly string[], options: RunOptions = {}): Captured {
  return spawnCaptured('script', ['-qefc', commandLine(args), '/dev/null'], settingsOf(rig, options));
}

/** The command as one types it into a shell. */
export function commandLine(args: readonly string[]): string {
  return [process.execPath, CLI, ...args].map(quoted).join(' ');
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
