// Bundles the CLI, the broker and the thread entry into dist/. What has native parts, or starts threads
// from files of its own, stays a package of its own.
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const final = path.join(root, 'dist');
// Built beside it and moved in one step each: somebody may be running what is there.
const outdir = path.join(root, `.build/dist-${process.pid}`);

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['zeromq', 'piscina'],
  legalComments: 'none',
  logLevel: 'warning',
};

await Promise.all([
  // CommonJS starts 10 to 20 ms sooner than ES modules.
  build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    format: 'cjs',
    outfile: path.join(outdir, 'cli.cjs'),
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...common,
    entryPoints: ['src/broker/main.ts'],
    format: 'esm',
    outfile: path.join(outdir, 'broker.mjs'),
    banner: { js: requireShim() },
  }),
  build({
    ...common,
    entryPoints: ['src/workers/thread.ts'],
    format: 'esm',
    outfile: path.join(outdir, 'thread.mjs'),
    banner: { js: requireShim() },
  }),
]);
await chmod(path.join(outdir, 'cli.cjs'), 0o755);
await mkdir(final, { recursive: true });
for (const file of ['cli.cjs', 'broker.mjs', 'thread.mjs'])
  await rename(path.join(outdir, file), path.join(final, file));
await rm(outdir, { recursive: true, force: true });

/** Bundled CommonJS packages ask for `require`, which ES modules do not have. */
function requireShim() {
  return "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
}
