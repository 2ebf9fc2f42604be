// npm run build:reference: writes what of the documentation is made from the sources; with --check it only says what is
// stale. With --into DIR it leaves the project alone and does the same there.
import { bundleScript } from './lib/bundled.mjs';
import { ensureInstalled, ROOT, run } from './lib/run.mjs';

ensureInstalled();
process.exitCode = run(process.execPath, [await bundleScript('reference'), '--into', ROOT, ...process.argv.slice(2)]);
