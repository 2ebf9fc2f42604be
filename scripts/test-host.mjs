// npm run test:host [-- --keep]: installs the real Claude Code and, with it, the plugin, and has the host use it: its own
// checks, its hooks, its Bash tool, sessions with a scripted model. Needs the npm registry, and nobody's account.
import path from 'node:path';
import { ensureInstalled, ROOT, run } from './lib/run.mjs';

ensureInstalled();
const { build } = await import('esbuild');
const bundle = path.join(ROOT, '.build', 'test-host.mjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['scripts/host/main.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['esbuild'],
  outfile: bundle,
  logLevel: 'warning',
});
process.exitCode = run(process.execPath, [bundle, ROOT, ...process.argv.slice(2)]);
