// npm run chaos -- [--seed N] [--rounds N] [--codex fake|real] [--only FAULT] [--json FILE]: builds the product and
// breaks it at random, again and again, to see whether its promises hold. See docs/reliability.md.
import { runBundled } from './lib/bundled.mjs';

process.exitCode = await runBundled('chaos', process.argv.slice(2));
