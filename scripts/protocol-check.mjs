// Checks our subset of the app-server protocol against the types of the installed Codex: exit 0 when
// tests/protocol compiles against them, 1 when it does not.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const codex = path.join(root, 'node_modules', '.bin', 'codex');
const generated = path.join(root, '.build', 'codex-protocol');
const stamp = path.join(generated, 'VERSION');

const version = execFileSync(codex, ['--version'], { encoding: 'utf8' }).trim();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) generate();

const tsc = path.join(root, 'node_modules', '.bin', 'tsc');
const { status } = spawnSync(tsc, ['-p', path.join(root, 'tests', 'protocol')], { stdio: 'inherit' });
process.stdout.write(
  status === 0
    ? `Our subset of the protocol fits ${version}\n`
    : `Our subset of the protocol does not fit ${version} (see the errors above; its types are in ${generated})\n`,
);
process.exitCode = status === 0 ? 0 : 1;

// The stamp is written last: a generation that was cut short is done again.
function generate() {
  rmSync(generated, { recursive: true, force: true });
  execFileSync(codex, ['app-server', 'generate-ts', '--experimental', '--out', generated], { stdio: 'inherit' });
  writeFileSync(stamp, version);
}
