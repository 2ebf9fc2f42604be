// The way into the bundled CLI, for hooks and for the script beside this.
const path = require('node:path');

if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`codex-companion: Cannot run on Node.js ${process.version} (install 20 or later)\n`);
  process.exit(1);
}
// The CLI finds what belongs to it beside itself.
process.argv[1] = path.join(__dirname, '..', 'dist', 'cli.cjs');
require(process.argv[1]);
