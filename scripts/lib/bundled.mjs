// Runs one of the project's own programs in TypeScript: what it needs is installed, the product built, the program bundled.
import path from 'node:path';
import { ensureInstalled, ROOT, run } from './run.mjs';

/** Runs `<folder>/main.ts` with `args`. Returns its exit status. */
export async function runBundled(name, args, folder = `scripts/${name}`) {
  ensureInstalled();
  if (run(process.execPath, ['scripts/build.mjs', '--bundles']) !== 0) return 1;
  return run(process.execPath, [await bundleScript(name, folder), ...args]);
}

/** Bundles `<folder>/main.ts`, with what of the sources it uses. Returns the file. */
export async function bundleScript(name, folder = `scripts/${name}`) {
  // Not above: esbuild may not be installed yet.
  const [{ build }, { REQUIRE }] = await Promise.all([import('esbuild'), import('./bundles.mjs')]);
  const bundle = path.join(ROOT, '.build', `${name}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`${folder}/main.ts`],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: { js: REQUIRE },
    external: ['esbuild', 'zeromq'],
    outfile: bundle,
    logLevel: 'warning',
  });
  return bundle;
}
