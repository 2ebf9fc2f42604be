// npm run check: format, lint, layers, types and protocol; no tests.
import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/run.mjs';

ensureInstalled();
process.exitCode = runChecks().failed === 0 ? 0 : 1;
