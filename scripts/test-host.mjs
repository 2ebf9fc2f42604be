// npm run test:host [-- --keep]: installs the real Claude Code and, with it, the plugin, and has the host use it: its own
// checks, its hooks, its Bash tool, sessions with a scripted model. Needs the npm registry, and nobody's account.
import { runBundled } from './lib/bundled.mjs';
import { ROOT } from './lib/run.mjs';

process.exitCode = await runBundled('host', [ROOT, ...process.argv.slice(2)]);
