// npm run bench -- [--only NAME]… [--quick] [--compare FILE]: measures how fast the product is and what it takes, each figure beside
// its floor. A whole run writes bench/results/<date>.json and docs/performance.md. Exit status 1 when a figure is far off.
import { runBundled } from './lib/bundled.mjs';

process.exitCode = await runBundled('bench', process.argv.slice(2), 'bench');
