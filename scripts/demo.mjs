// npm run demo: installs and builds what is missing, then shows the product on the real Codex.
import { runBundled } from './lib/bundled.mjs';
import { ROOT } from './lib/run.mjs';

process.exitCode = await runBundled('demo', [ROOT, ...process.argv.slice(2)]);
