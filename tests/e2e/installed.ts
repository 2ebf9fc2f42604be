import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { VERSION } from '../../src/contract/version.ts';
import { PROJECT_ROOT } from '../support/codex-package.ts';
import { spawnCaptured } from '../support/process.ts';
import type { Finished, Rig } from '../support/rig.ts';
import { tempDir } from '../support/temp.ts';

/** The product in a folder that can be removed, as hosts keep a plugin. */
export interface Installed {
  readonly folder: string;
  run(rig: Rig, args: readonly string[]): Promise<Finished>;
  /** Hands a job over in the background; its id. */
  background(rig: Rig, prompt: string): Promise<string>;
  remove(): void;
}

export interface InstallOptions {
  readonly version?: string;
  /** False: as after an installation that failed. */
  readonly packages?: boolean;
}

export function install({ version = VERSION, packages = true }: InstallOptions = {}): Installed {
  const folder = path.join(tempDir(), 'plugin');
  const dist = path.join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(path.join(PROJECT_ROOT, 'dist'))) {
    const file = path.join(PROJECT_ROOT, 'dist', name);
    // What was compiled of them is not installed.
    if (!statSync(file).isFile()) continue;
    const text = readFileSync(file, 'utf8').replace(`version:"${VERSION}"`, `version:"${version}"`);
    writeFileSync(path.join(dist, name), text, { mode: statSync(file).mode });
  }
  if (packages) symlinkSync(path.join(PROJECT_ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(PROJECT_ROOT, name), path.join(folder, name));
  }
  const run = async (rig: Rig, args: readonly string[]) => {
    const child = spawnCaptured(process.execPath, [path.join(dist, 'cli.cjs'), ...args], {
      cwd: rig.workspace,
      env: rig.env,
      input: '',
    });
    const { code } = await child.exited;
    return { code, stdout: child.stdout(), stderr: child.stderr() };
  };
  return {
    folder,
    run,
    background: async (rig, prompt) => {
      const { stdout, stderr } = await run(rig, ['task', '--background', '--json', prompt]);
      if (stdout === '') throw new Error(`No job: ${stderr}`);
      return JSON.parse(stdout).jobId;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
