// npm run chaos -- [--seed N] [--rounds N] [--codex fake|real] [--only FAULT] [--json FILE]: builds the product and
// breaks it at random, again and again, to see whether its promises hold. See docs/reliability.md.
import path from 'node:path';
import { ensureInstalled, ROOT, run } from './lib/run.mjs';

ensureInstalled();
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(1);
const { build } = await import('esbuild');
const bundle = path.join(ROOT, '.build', 'chaos.mjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['scripts/chaos/main.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['esbuild', 'zeromq'],
  outfile: bundle,
  logLevel: 'warning',
});
process.exitCode = run(process.execPath, [bundle, ...process.argv.slice(2)]);
