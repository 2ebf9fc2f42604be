import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CodexBinary } from '../../config/codex-binary.ts';
import { Fault, messageOf } from '../../contract/fault.ts';
import type { ProcessIdentity } from '../../contract/process-identity.ts';
import { identify } from '../../status/liveness.ts';
import { settledWithin } from '../../util/deadline.ts';
import { Tail } from '../../util/tail.ts';
import { stopChild } from './stop-ladder.ts';

/** How much of the app-server's stderr is kept for the record of its end. */
export const STDERR_TAIL_BYTES = 8 * 1024;

/**
 * A thread that nobody has subscribed to any more is unloaded after so many seconds; Codex's own default is 60, and each takes
 * about 1.1 MB. A Codex that does not know the setting ignores it.
 */
export const THREAD_UNLOAD_S = 5;

/** Of a process that ended at once: what it said is still in the pipe. */
const LAST_WORDS_MS = 250;

export interface ProcessOptions {
  readonly codex: CodexBinary;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A `codex app-server` that was started, and that nobody has talked to yet: what it says waits in the pipes. */
export class AppServerProcess {
  /** For people. */
  readonly command: string;
  readonly identity: ProcessIdentity;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exited: Promise<ProcessEnd>;
  readonly #child: ChildProcess;

  private constructor(command: string, child: SpawnedChild, identity: ProcessIdentity, exited: Promise<ProcessEnd>) {
    this.command = command;
    this.#child = child;
    this.identity = identity;
    this.stdin = child.stdin;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    this.exited = exited;
  }

  /** @throws Fault `app_server_start_failed`; then no process is left. */
  static async start({ codex, cwd, environment }: ProcessOptions): Promise<AppServerProcess> {
    const command = [codex.command, ...codex.script].join(' ');
    const appServer = ['app-server', '-c', `thread_unload_delay_secs=${THREAD_UNLOAD_S}`];
    const child = spawn(codex.command, [...codex.script, ...appServer], {
      cwd,
      env: { ...environment, ...codex.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const exited = new Promise<ProcessEnd>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    try {
      await once(child, 'spawn');
    } catch (error) {
      throw startFault(command, messageOf(error), error);
    }
    // Written to by a peer, which hears of it by itself; before there is one, nobody minds.
    child.stdin.on('error', () => undefined);
    const identity = child.pid === undefined ? null : identify(child.pid);
    if (identity === null) throw startFault(command, await lastWords(child.stderr));
    return new AppServerProcess(command, child, identity, exited);
  }

  /** Ends it, by the ladder. Returns whether it is gone. A frozen one skips the gentle rungs. */
  end({ frozen = false } = {}): Promise<boolean> {
    return stopChild(this.#child, this.identity, this.exited, frozen);
  }
}

type SpawnedChild = ChildProcess & { readonly stdin: Writable; readonly stdout: Readable; readonly stderr: Readable };

async function lastWords(stderr: Readable): Promise<string> {
  const tail = new Tail(STDERR_TAIL_BYTES);
  stderr.on('data', (chunk: Buffer) => tail.push(chunk));
  await settledWithin(once(stderr, 'close'), LAST_WORDS_MS);
  return ['it ended at once', tail.toString().trim()].filter(Boolean).join('; ');
}

export function startFault(command: string, why: string, cause?: unknown): Fault {
  const message = `Cannot start "${command} app-server": ${why} (run "codex app-server" by hand to see more)`;
  return new Fault('app_server_start_failed', message, { cause });
}
