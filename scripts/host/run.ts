import { spawn } from 'node:child_process';

/** Nothing here takes longer, but an installation from a slow registry. */
const LIMIT_MS = 120_000;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly limitMs?: number;
}

/** Runs a program to its end; one that does not come to it is killed, and its code is null. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const began = performance.now();
  const { cwd, env, input = '', limitMs = LIMIT_MS } = options;
  const child = spawn(command, args, { cwd, env: { ...env }, timeout: limitMs, killSignal: 'SIGKILL' });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
  return { code, stdout: text(stdout), stderr: text(stderr), ms: Math.round(performance.now() - began) };
}

/** As {@link run}, for what must end well. @throws Error with what was said. */
export async function runWell(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const ran = await run(command, args, options);
  if (ran.code !== 0) throw new Error(`"${args.join(' ')}" ended with ${ran.code}: ${said(ran)}`);
  return ran;
}

export function said({ stdout, stderr }: Ran): string {
  return `${stdout}\n${stderr}`.trim().slice(-2_000);
}
