import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { processesWithEnv } from '../../tests/support/processes.ts';

/** Where the demo plays: a workspace, a state root and a runtime directory of its own. */
export class Stage {
  readonly workspace: string;
  readonly #cli: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #runtimeDir: string;
  readonly #stateDir: string;

  constructor(project: string, root: string, env: Readonly<Record<string, string | undefined>>) {
    this.#cli = path.join(project, 'dist', 'cli.cjs');
    this.workspace = path.join(root, 'workspace');
    this.#stateDir = path.join(root, 'state');
    this.#runtimeDir = path.join(root, 'run');
    mkdirSync(path.join(this.workspace, '.git'), { recursive: true });
    this.#env = {
      ...env,
      CODEX_COMPANION_STATE_DIR: this.#stateDir,
      CODEX_COMPANION_RUNTIME_DIR: this.#runtimeDir,
    };
  }

  /** Shows the command and runs it with the terminal's own streams. */
  async show(...args: string[]): Promise<number> {
    console.log(`\n$ codex-companion ${args.map(quoted).join(' ')}`);
    const child = this.#spawn(args, 'inherit');
    return ended(child);
  }

  /** Shows the command and starts it; its output appears as it comes. */
  begin(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<number> } {
    console.log(`\n$ codex-companion ${args.map(quoted).join(' ')} &`);
    const child = this.#spawn(args, 'inherit');
    return { child, ended: ended(child) };
  }

  /** Runs a command out of sight and returns what it printed. */
  async read(...args: string[]): Promise<string> {
    const child = this.#spawn(args, 'pipe');
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.resume();
    await ended(child);
    return Buffer.concat(chunks).toString('utf8');
  }

  /** Every line that a command prints, as it comes, until it ends. */
  watch(args: readonly string[], onLine: (line: string) => void): ChildProcess {
    const child = this.#spawn(args, 'pipe');
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
    child.stderr?.resume();
    return child;
  }

  processes(): number {
    return processesWithEnv('CODEX_COMPANION_STATE_DIR', this.#stateDir).length;
  }

  sockets(): string[] {
    return existsSync(this.#runtimeDir) ? readdirSync(this.#runtimeDir) : [];
  }

  #spawn(args: readonly string[], stdio: 'inherit' | 'pipe'): ChildProcess {
    return spawn(process.execPath, [this.#cli, ...args], {
      cwd: this.workspace,
      env: { ...this.#env },
      stdio: ['ignore', stdio, stdio],
    });
  }
}

export function say(text: string): void {
  console.log(`\n── ${text}`);
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

function quoted(word: string): string {
  const short = word.length > 60 ? `${word.slice(0, 57)}...` : word;
  return /^[\w./=-]+$/u.test(short) ? short : `'${short}'`;
}
