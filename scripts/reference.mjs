// npm run build:reference: writes what of the documentation is made from the sources; with --check it only says what is stale.
import { bundleScript } from './lib/bundled.mjs';
import { ensureInstalled, ROOT, run } from './lib/run.mjs';

ensureInstalled();
process.exitCode = run(process.execPath, [await bundleScript('reference'), ROOT, ...process.argv.slice(2)]);
