// Runs one of the project's own programs in TypeScript: what it needs is installed, the product built, the program bundled.
import path from 'node:path';
import { ensureInstalled, ROOT, run } from './run.mjs';

/** Runs `scripts/<name>/main.ts` with `args`. Returns its exit status. */
export async function runBundled(name, args) {
  ensureInstalled();
  if (run(process.execPath, ['scripts/build.mjs']) !== 0) return 1;
  const { build } = await import('esbuild');
  const bundle = path.join(ROOT, '.build', `${name}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`scripts/${name}/main.ts`],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['esbuild', 'zeromq'],
    outfile: bundle,
    logLevel: 'warning',
  });
  return run(process.execPath, [bundle, ...args]);
}
