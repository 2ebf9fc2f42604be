import path from 'node:path';
import { build } from 'esbuild';
import { PROJECT_ROOT } from '../../tests/support/codex-package.ts';

/** Bundles a floor that is a program of its own; its file. What it needs of packages it loads as they are installed. */
export async function bareProgram(name: 'turn' | 'reader' | 'pool'): Promise<string> {
  const outfile = path.join(PROJECT_ROOT, '.build', 'bench', `${name}.mjs`);
  await build({
    entryPoints: [path.join(PROJECT_ROOT, 'bench', 'bare', `${name}.ts`)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'silent',
  });
  return outfile;
}
