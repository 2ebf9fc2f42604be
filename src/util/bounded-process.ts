import { type ChildProcess, spawn } from 'node:child_process';
import { afterDeadline, settledWithin } from './deadline.ts';
import { deferred } from './deferred.ts';
import { HAS_PROCESS_GROUPS, signalProcess } from './process-tree.ts';
import { programFile } from './program-file.ts';
import { Tail } from './tail.ts';

/** How much of stderr is kept for the sentence that says what went wrong. */
const STDERR_TAIL_BYTES = 2 * 1024;
/** A process that has ended and whose pipes stay open (somebody else holds them) is not waited for longer. */
const DRAIN_MS = 1_000;

export interface ProcessLimits {
  readonly timeoutMs: number;
  /** Of stdout. */
  readonly maxBytes: number;
  /** What becomes of one that writes more: it is ended (the default), or the rest is thrown away. */
  readonly beyondMax?: 'end' | 'drop';
  /** How long it has after SIGTERM, where there is one. Without it, what only reads and takes no locks is ended by SIGKILL at once. */
  readonly graceMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ProcessOptions extends ProcessLimits {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For its stdin, which is empty without it. */
  readonly input?: string;
  /** Called when it runs; what it returns, when it does not any more. */
  readonly onStart?: (pid: number) => () => void;
}

/** How a bounded process came to its end. */
export type Ended =
  | { readonly id: 'exited'; readonly stdout: Buffer; readonly stderr: string; readonly status: number | string }
  | { readonly id: 'cut'; readonly stdout: Buffer }
  | { readonly id: 'timed_out' }
  | { readonly id: 'stopped' }
  | { readonly id: 'not_started'; readonly error: unknown };

type Stop = 'cut' | 'timed_out' | 'stopped';

/**
 * Runs a program without a shell, within its limits. Never rejects. One that does not keep to them is ended with all of
 * its group; what one that ends by itself leaves running is its own affair.
 */
export async function runBounded(command: string, args: readonly string[], options: ProcessOptions): Promise<Ended> {
  if (options.signal?.aborted) return { id: 'stopped' };
  const stop = deferred<Stop>();
  const stdout = new Head(options.maxBytes, () => {
    if (options.beyondMax !== 'drop') stop.resolve('cut');
  });
  const stderr = new Tail(STDERR_TAIL_BYTES);
  const file = programFile(command, options);
  if (file === null) return { id: 'not_started', error: noProgram(command) };
  let child: ChildProcess;
  try {
    child = start(file, args, options);
  } catch (error) {
    return { id: 'not_started', error };
  }
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  const onEnd = child.pid === undefined ? undefined : options.onStart?.(child.pid);
  // It need not read what it is given.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input);
  const timer = setTimeout(() => stop.resolve('timed_out'), options.timeoutMs);
  const onAbort = () => stop.resolve('stopped');
  options.signal?.addEventListener('abort', onAbort);
  endWithUs(child);
  try {
    const ended = whenEnded(child, () => ({ stdout: stdout.bytes(), stderr: stderr.toString() }));
    const first = await Promise.race([stop.promise, ended]);
    if (typeof first !== 'string') return first;
    if (options.graceMs !== undefined && signalGroup(child, 'SIGTERM')) await settledWithin(ended, options.graceMs);
    signalGroup(child, 'SIGKILL');
    await settledWithin(ended, DRAIN_MS);
    return first === 'cut' ? { id: 'cut', stdout: stdout.bytes() } : { id: first };
  } finally {
    onEnd?.();
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
    running.delete(child);
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
    // One that hangs in the kernel is not even ended by SIGKILL: it must not keep us from ending.
    child.unref();
  }
}

/** What runs at this moment, of all that was started here. */
const running = new Set<ChildProcess>();
let watchesExit = false;

/** Should this process end before it, it ends, too. */
function endWithUs(child: ChildProcess): void {
  running.add(child);
  if (watchesExit) return;
  watchesExit = true;
  process.once('exit', () => {
    for (const left of running) signalGroup(left, 'SIGKILL');
  });
}

function start(file: string, args: readonly string[], { cwd, environment, input }: ProcessOptions): ChildProcess {
  return spawn(file, args, {
    cwd,
    env: environment,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that its children end with it; no terminal either, so that none of them can ask.
    detached: HAS_PROCESS_GROUPS,
    windowsHide: true,
  });
}

/** As the system would say it. */
function noProgram(command: string): Error {
  return Object.assign(new Error(`spawn ${command} ENOENT`), { code: 'ENOENT' });
}

function whenEnded(child: ChildProcess, output: () => { stdout: Buffer; stderr: string }): Promise<Ended> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ id: 'not_started', error }));
    const exited = (code: number | null, signal: string | null) => {
      resolve({ id: 'exited', ...output(), status: code ?? signal ?? 'unknown' });
    };
    child.once('exit', (code, signal) => {
      const cancel = afterDeadline(DRAIN_MS, () => exited(code, signal));
      child.once('close', cancel);
    });
    child.once('close', exited);
  });
}

/** To all of the group, and only as long as the child was not reaped, when its number can be nobody else's. Whether it was sent. */
function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
  return signalProcess(child.pid, signal, 'group');
}

/** Keeps the first `limit` bytes of a stream, and calls `onFull` when there are more. */
class Head {
  readonly #limit: number;
  readonly #onFull: () => void;
  readonly #chunks: Buffer[] = [];
  #left: number;

  constructor(limit: number, onFull: () => void) {
    this.#limit = limit;
    this.#left = limit;
    this.#onFull = onFull;
  }

  push(chunk: Buffer): void {
    if (chunk.length > this.#left) this.#onFull();
    if (this.#left > 0) this.#chunks.push(chunk.subarray(0, this.#left));
    this.#left = Math.max(0, this.#left - chunk.length);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks).subarray(0, this.#limit);
  }
}
