// npm run soak -- [--minutes N] [--at-once N] [--codex real|fake] [--svg FILE] [--json FILE]: hands jobs over for a while and
// looks whether broker and app-server grow. Exit status 1 when they do, or when a job ends otherwise than it should.
import { runBundled } from './lib/bundled.mjs';

process.exitCode = await runBundled('soak', process.argv.slice(2));
