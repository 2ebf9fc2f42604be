import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { writeCodexHome } from '../../tests/support/codex-home.ts';
import { codexPackage, PROJECT_ROOT } from '../../tests/support/codex-package.ts';
import { startModelStub } from '../../tests/support/model-stub/server.ts';
import { processesWithEnv } from '../../tests/support/processes.ts';
import { makeTempDir } from '../../tests/support/temp.ts';
import { ANSWERS, makeProject } from './project.ts';

/** Whatever a command does, it does not do it for longer. */
const COMMAND_MS = 30_000;

/** A home with nothing in it but the project, the command on PATH, and the real Codex with a scripted model behind it. */
export interface Stage {
  readonly home: string;
  readonly project: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command out of sight; returns what it printed. */
  ask(...args: string[]): string;
  /** Ends what runs. Rejects when something of it is left. */
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  // Codex complains about a home below the temporary directory.
  const { path: home, remove } = makeTempDir('/var/tmp');
  const stub = await startModelStub({ known: ANSWERS });
  const project = path.join(home, 'shop');
  makeProject(project);
  const env = environment(home, stub.port);
  const ask = (...args: string[]) =>
    spawnSync('codex-companion', args, { cwd: project, env, encoding: 'utf8', timeout: COMMAND_MS }).stdout;
  const close = async () => {
    ask('broker', 'stop', '--force');
    const left = processesWithEnv('HOME', home);
    await stub.close();
    remove();
    if (left.length > 0) throw new Error(`Processes were left behind: ${JSON.stringify(left)}`);
  };
  return { home, project, env, ask, close };
}

function environment(home: string, port: number): Record<string, string> {
  const programs = path.join(home, 'bin');
  mkdirSync(programs);
  symlinkSync(path.join(PROJECT_ROOT, 'dist', 'cli.cjs'), path.join(programs, 'codex-companion'));
  const codexHome = path.join(home, '.codex');
  mkdirSync(codexHome);
  const { PATH, ...codex } = writeCodexHome(codexHome, { port });
  return {
    ...codex,
    HOME: home,
    PATH: [programs, path.dirname(process.execPath), PATH].join(path.delimiter),
    CODEX_COMPANION_CODEX: codexPackage().wrapper,
    CODEX_COMPANION_RUNTIME_DIR: path.join(home, 'run'),
  };
}
