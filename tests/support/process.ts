import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { deferred } from '../../src/util/deferred.ts';
import { Transcript } from './transcript.ts';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface SpawnOptions {
  /** The whole environment; this process's own when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Written to stdin, which is then closed. Without it stdin stays open until `endInput`. */
  readonly input?: string;
}

export interface Captured {
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  /** Settles when the process has ended and its output has been read to the end. */
  readonly exited: Promise<Exit>;
  kill(signal?: NodeJS.Signals): void;
  write(text: string): void;
  endInput(): void;
  /** The first line on stdout or stderr, past ones included, that matches. Fails with the transcript. */
  waitForLine(pattern: RegExp, boundMs: number): Promise<string>;
  /** Calls `listener` with every complete line of stdout, past ones first. */
  onLine(listener: (line: string) => void): void;
}

/** Starts a process and keeps what it says. It is killed when the running test ends. */
export function spawnCaptured(command: string, args: readonly string[], options: SpawnOptions = {}): Captured {
  const child = startCaptured(command, args, options);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await child.exited;
  });
  return child;
}

/** As {@link spawnCaptured}, for outside of a test: the caller ends the process. */
export function startCaptured(command: string, args: readonly string[], options: SpawnOptions = {}): Captured {
  const child = spawn(command, args, { cwd: options.cwd, env: { ...(options.env ?? process.env) }, stdio: 'pipe' });
  const transcript = new Transcript(`${command} ${args.join(' ')}`);
  child.stdout.on('data', (chunk: Buffer) => transcript.push('stdout', chunk));
  child.stderr.on('data', (chunk: Buffer) => transcript.push('stderr', chunk));
  child.stdin.on('error', () => undefined);
  const exited = exitOf(child, transcript);
  if (child.pid === undefined) throw new Error(`Cannot start "${command}": no such program, or not executable`);
  if (options.input !== undefined) child.stdin.end(options.input);
  return {
    pid: child.pid,
    stdout: () => transcript.text('stdout'),
    stderr: () => transcript.text('stderr'),
    exited,
    kill: (signal = 'SIGTERM') => void child.kill(signal),
    write: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    waitForLine: (pattern, boundMs) => transcript.waitForLine(pattern, boundMs),
    onLine: (listener) => transcript.onLine(listener),
  };
}

function exitOf(child: ChildProcess, transcript: Transcript): Promise<Exit> {
  const { promise, resolve } = deferred<Exit>();
  child.on('error', () => undefined);
  // 'close', not 'exit': by then the pipes are drained. A grandchild that inherited them would hold it back.
  child.on('close', (code, signal) => {
    transcript.end();
    resolve({ code, signal });
  });
  return promise;
}
