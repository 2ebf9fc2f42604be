import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { buildDoubles } from './build-doubles.ts';
import { writeCodexHome } from './codex-home.ts';
import { codexPackage, PROJECT_ROOT } from './codex-package.ts';
import { eventually } from './eventually.ts';
import { type ModelStub, startModelStub } from './model-stub/server.ts';
import { type Captured, type SpawnOptions, startCaptured } from './process.ts';
import { type ProcessSeen, processesWithEnv } from './processes.ts';
import { makeTempDir } from './temp.ts';

/** The built command. */
export const CLI = path.join(PROJECT_ROOT, 'dist', 'cli.cjs');

/** Long enough for a broker with a cold app-server on a busy machine. */
export const BOUND_MS = 20_000;

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RigOptions {
  /** The scripted double (the default), or the real binary against the model stub. */
  readonly codex?: 'fake' | 'real';
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Another workspace than the rig's own. */
  readonly cwd?: string;
}

/** The product as a user has it: the built CLI in a workspace of its own, with a state root of its own. */
export interface Rig {
  /** Its HOME. Everything that it has lies below it. */
  readonly home: string;
  readonly workspace: string;
  readonly stateDir: string;
  readonly runtimeDir: string;
  /** Where the fake codex writes what it received. */
  readonly journal: string;
  readonly stub: ModelStub | null;
  /** The whole environment of its commands. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts a command and leaves it running. Standard input is closed unless `input` is given. */
  start(args: readonly string[], options?: RunOptions): Captured;
  /** Runs a command to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Runs a command with --json and parses what it printed; fails when it exits otherwise than expected. */
  json<T = Record<string, unknown>>(
    args: readonly string[],
    options?: RunOptions & { readonly exit?: number },
  ): Promise<T>;
  /** Every process that this rig has caused, directly or not. */
  processes(): ProcessSeen[];
  brokerPid(): Promise<number>;
  appServerPid(): Promise<number>;
  /** Another workspace under the same state root. */
  otherWorkspace(name: string): string;
  /** What is left in the runtime directory and beside the lock: sockets, labels, locks. */
  leftovers(): string[];
}

/** A rig for the running test. When the test ends, its brokers are stopped and nothing of it may be left. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const { rig, close } = await openRig(options);
  onTestFinished(close);
  return rig;
}

/** As {@link startRig}, for outside of a test: the caller closes it. */
export async function openRig(options: RigOptions = {}): Promise<OpenRig> {
  const real = options.codex === 'real';
  // Codex complains about a home below /tmp.
  const root = makeTempDir(real ? '/var/tmp' : undefined);
  const stub = real ? await startModelStub() : null;
  const rig = new ProductRig(root.path, stub, await codexEnvironment(root.path, stub, options));
  const close = async () => {
    try {
      await rig.close();
    } finally {
      await stub?.close();
      root.remove();
    }
  };
  return { rig, close };
}

export interface OpenRig {
  readonly rig: Rig;
  /** Rejects when something of it was left alive; it is gone then, too. */
  readonly close: () => Promise<void>;
}

async function codexEnvironment(
  root: string,
  stub: ModelStub | null,
  options: RigOptions,
): Promise<Record<string, string>> {
  const home = path.join(root, 'codex-home');
  mkdirSync(home, { recursive: true });
  const codex =
    stub === null
      ? { CODEX_HOME: home, CODEX_COMPANION_CODEX: (await buildDoubles()).fakeCodex, PATH: process.env['PATH'] ?? '' }
      : { ...writeCodexHome(home, { port: stub.port }), CODEX_COMPANION_CODEX: codexPackage().wrapper };
  return {
    HOME: root,
    // What marks a whole test run: nothing that carries it may outlive the run.
    CODEX_COMPANION_TEST_RUN: process.env['CODEX_COMPANION_TEST_RUN'] ?? '',
    ...codex,
    CODEX_COMPANION_STATE_DIR: path.join(root, 'state'),
    CODEX_COMPANION_RUNTIME_DIR: path.join(root, 'run'),
    FAKE_CODEX_LOG: path.join(root, 'fake.jsonl'),
    ...options.env,
  };
}

class ProductRig implements Rig {
  readonly home: string;
  readonly workspace: string;
  readonly stateDir: string;
  readonly runtimeDir: string;
  readonly journal: string;
  readonly stub: ModelStub | null;
  readonly env: Readonly<Record<string, string>>;
  readonly #workspaces = new Set<string>();
  readonly #started = new Set<Captured>();

  constructor(root: string, stub: ModelStub | null, env: Readonly<Record<string, string>>) {
    this.home = root;
    this.env = env;
    this.stub = stub;
    this.stateDir = path.join(root, 'state');
    this.runtimeDir = path.join(root, 'run');
    this.journal = path.join(root, 'fake.jsonl');
    this.workspace = this.otherWorkspace('workspace');
  }

  otherWorkspace(name: string): string {
    const directory = path.join(this.home, name);
    mkdirSync(path.join(directory, '.git'), { recursive: true });
    this.#workspaces.add(directory);
    return directory;
  }

  start(args: readonly string[], options: RunOptions = {}): Captured {
    const spawnOptions: SpawnOptions = {
      cwd: options.cwd ?? this.workspace,
      env: { ...this.env, ...options.env },
      input: options.input ?? '',
    };
    const child = startCaptured(process.execPath, [CLI, ...args], spawnOptions);
    this.#started.add(child);
    return child;
  }

  async run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const child = this.start(args, options);
    const { code } = await child.exited;
    return { code, stdout: child.stdout(), stderr: child.stderr() };
  }

  async json<T>(args: readonly string[], options: RunOptions & { readonly exit?: number } = {}): Promise<T> {
    const { code, stdout, stderr } = await this.run([...args, '--json'], options);
    if (code !== (options.exit ?? 0)) throw new Error(`"${args.join(' ')}" exited with ${code}:\n${stdout}\n${stderr}`);
    return JSON.parse(stdout);
  }

  processes(): ProcessSeen[] {
    return processesWithEnv('CODEX_COMPANION_STATE_DIR', this.stateDir);
  }

  async brokerPid(): Promise<number> {
    return (await this.json<{ pid: number }>(['broker', 'status'])).pid;
  }

  async appServerPid(): Promise<number> {
    const { appServer } = await this.json<{ appServer: { pid: number } }>(['broker', 'status']);
    return appServer.pid;
  }

  leftovers(): string[] {
    const inRuntime = existsSync(this.runtimeDir) ? readdirSync(this.runtimeDir) : [];
    const inState = existsSync(this.stateDir) ? readdirSync(this.stateDir, { recursive: true, encoding: 'utf8' }) : [];
    return [...inRuntime, ...inState.filter((name) => /broker\.json$|lock\/|\.tmp$/u.test(name))];
  }

  /** Stops every broker as a user would, then nothing may be alive. What is, is ended and reported. */
  async close(): Promise<void> {
    for (const child of this.#started) child.kill('SIGKILL');
    await Promise.all([...this.#started].map((child) => child.exited));
    if (this.processes().length > 0) await this.#stopBrokers();
    try {
      await eventually(() => (this.processes().length === 0 ? true : undefined), {
        withinMs: 5_000,
        what: 'no process of the test to be left',
      });
    } catch (error) {
      const left = this.processes();
      for (const { pid } of left) process.kill(pid, 'SIGKILL');
      throw new Error(`Processes were left behind: ${JSON.stringify(left)}`, { cause: error });
    }
  }

  async #stopBrokers(): Promise<void> {
    for (const cwd of this.#workspaces) await this.run(['broker', 'stop', '--force'], { cwd });
  }
}
