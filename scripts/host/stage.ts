import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { received } from '../../tests/support/fake-codex/journal.ts';
import { processesWithEnv } from '../../tests/support/processes.ts';
import { run, runWell } from './run.ts';

const TAG = 'CODEX_COMPANION_TEST_RUN';

/** How long what was told to end may take for it. */
const GONE_MS = 15_000;

/** What of the caller's environment would get into the way: other settings, and whatever is somebody's own. */
const FOREIGN = /^(?:CLAUDE|ANTHROPIC|CODEX|XDG_|OPENAI)/u;

const TurnStartSchema = v.object({
  params: v.object({ input: v.array(v.object({ text: v.optional(v.string()) })) }),
});

/** Folders and an environment of this run's own: a home, a checkout of the plugin, a workspace with a change in it. */
export class Stage {
  readonly root: string;
  readonly checkout: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #project: string;
  readonly #tag: string;
  readonly #journal: string;

  constructor(project: string, codexFolder: string) {
    this.#project = project;
    // Short, for the sockets below it.
    this.root = mkdtempSync(path.join(os.tmpdir(), 'cc-host-'));
    this.#tag = `${process.pid}-${Date.now()}`;
    this.#journal = path.join(this.root, 'fake.jsonl');
    this.checkout = this.folder('checkout');
    this.workspace = this.folder('workspace');
    const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
    this.env = {
      ...npmSettings(),
      ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])),
      HOME: this.folder('home'),
      PATH: `${codexFolder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      CODEX_HOME: this.folder('codex-home'),
      CODEX_COMPANION_STATE_DIR: path.join(this.root, 'state'),
      CODEX_COMPANION_RUNTIME_DIR: path.join(this.root, 'run'),
      FAKE_CODEX_LOG: this.#journal,
      DISABLE_AUTOUPDATER: '1',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      [TAG]: this.#tag,
    };
  }

  /** A checkout as somebody has it who has built and installed nothing. Returns whether the bundles had to be built for it. */
  async fillCheckout(): Promise<boolean> {
    for (const folder of ['.claude-plugin', 'plugin']) {
      const filter = (file: string) => path.basename(file) !== 'node_modules';
      cpSync(path.join(this.#project, folder), path.join(this.checkout, folder), { recursive: true, filter });
    }
    if (existsSync(path.join(this.checkout, 'plugin', 'dist', 'cli.cjs'))) return false;
    const script = path.join(this.#project, 'scripts', 'build-plugin.mjs');
    await runWell(process.execPath, [script, '--into', this.checkout], { cwd: this.#project, env: this.env });
    return true;
  }

  async fillWorkspace(): Promise<void> {
    const git = (...args: string[]) => runWell('git', args, { cwd: this.workspace, env: this.env });
    await git('init', '--quiet', '--initial-branch=main');
    writeFileSync(path.join(this.workspace, 'a.txt'), 'one\n');
    await git('add', 'a.txt');
    await git('-c', 'user.name=t', '-c', 'user.email=t@example.invalid', 'commit', '--quiet', '-m', 'first');
    writeFileSync(path.join(this.workspace, 'a.txt'), 'two\n');
  }

  /** The texts of all turns that Codex was asked for. */
  prompts(): string[] {
    return received(this.#journal, 'turn/start').flatMap((message) => {
      const { params } = v.parse(TurnStartSchema, message);
      return params.input.flatMap(({ text }) => text ?? []);
    });
  }

  /** Ends the brokers, waits until nothing of this run is alive, and kills what is. Returns the command lines of those. */
  async close(cli: string): Promise<string[]> {
    if (existsSync(cli)) {
      const stop = [cli, 'broker', 'stop', '--force'];
      await run(process.execPath, stop, { cwd: this.workspace, env: this.env });
    }
    const endAt = performance.now() + GONE_MS;
    while (this.#alive().length > 0 && performance.now() < endAt) await new Promise((tick) => setTimeout(tick, 100));
    const left = this.#alive();
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    return left.map(({ cmdline }) => cmdline);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #alive() {
    return processesWithEnv(TAG, this.#tag);
  }

  /** A folder of this name below the root, made if need be. */
  folder(name: string): string {
    const folder = path.join(this.root, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
}

/** Which registry there is, what it needs, and what came from it before, is the user's: it stays so in another home. */
function npmSettings(): Record<string, string> {
  const settings = { npm_config_userconfig: '.npmrc', npm_config_cache: '.npm' };
  const places = Object.entries(settings).map(([name, file]) => [name, path.join(os.homedir(), file)] as const);
  return Object.fromEntries(places.filter(([, place]) => existsSync(place)));
}
