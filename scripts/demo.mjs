// npm run demo: installs and builds what is missing, then shows the product on the real Codex.
import path from 'node:path';
import { ensureInstalled, ROOT, run } from './lib/run.mjs';

ensureInstalled();
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(1);
const { build } = await import('esbuild');
const bundle = path.join(ROOT, '.build', 'demo.mjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['scripts/demo/main.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
});
process.exitCode = run(process.execPath, [bundle, ROOT, ...process.argv.slice(2)]);
