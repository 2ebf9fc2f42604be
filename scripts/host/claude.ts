import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Ran, type RunOptions, run, runWell } from './run.ts';
import type { Stage } from './stage.ts';

const PACKAGE = '@anthropic-ai/claude-code';

const INSTALL_MS = 600_000;

/** The real Claude Code, in a folder of this run's own. */
export class Claude {
  readonly #stage: Stage;
  readonly #program: string;

  private constructor(stage: Stage, program: string) {
    this.#stage = stage;
    this.#program = program;
  }

  static async install(stage: Stage): Promise<Claude> {
    const cwd = stage.folder('claude');
    const args = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefix',
      cwd,
      PACKAGE,
    ];
    await runWell('npm', args, { cwd, env: stage.env, limitMs: INSTALL_MS });
    const installed = path.join(cwd, 'node_modules', PACKAGE, 'install.cjs');
    // Puts the program for this platform in its place; of all install scripts this one is wanted.
    if (existsSync(installed)) await runWell(process.execPath, [installed], { cwd, env: stage.env });
    return new Claude(stage, path.join(cwd, 'node_modules', '.bin', 'claude'));
  }

  run(args: readonly string[], options: Partial<RunOptions> = {}): Promise<Ran> {
    return run(this.#program, args, this.#with(options));
  }

  runWell(args: readonly string[], options: Partial<RunOptions> = {}): Promise<Ran> {
    return runWell(this.#program, args, this.#with(options));
  }

  #with({ env = {}, ...options }: Partial<RunOptions>): RunOptions {
    return { cwd: this.#stage.workspace, ...options, env: { ...this.#stage.env, ...env } };
  }
}
