// npm run build:picture: a session in a real terminal, on the real Codex with a scripted model behind it, as docs/terminal.svg.
import { runBundled } from './lib/bundled.mjs';

process.exitCode = await runBundled('picture', []);
