import { spawn } from 'node:child_process';
import { monotonicMs } from '../../src/util/monotonic.ts';

export interface TimedOptions {
  readonly cwd: string;
  /** The whole environment: what this process has may make every start of Node slower. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Timed {
  /** From before the process was started to its end, with its output read. */
  readonly endedMs: number;
  /** From the same moment to the first byte on its standard output; to its end when it says nothing. */
  readonly firstOutputMs: number;
  readonly stdout: string;
}

/** Runs a program of Node's to its end. @throws Error with what it said on stderr when it does not exit with 0. */
export function timed(args: readonly string[], { cwd, env }: TimedOptions): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const startedMs = monotonicMs();
    const child = spawn(process.execPath, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let firstOutputMs: number | undefined;
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      firstOutputMs ??= monotonicMs() - startedMs;
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const endedMs = monotonicMs() - startedMs;
      if (code === 0) resolve({ endedMs, firstOutputMs: firstOutputMs ?? endedMs, stdout });
      else reject(new Error(`"node ${args.join(' ')}" exited with ${code}: ${stderr.trim() || stdout.trim()}`));
    });
  });
}

/** The floor of every command: a Node that starts, does nothing and ends. */
export async function emptyNode(options: TimedOptions): Promise<number> {
  return (await timed(['-e', '0'], options)).endedMs;
}
