// Checks our subset of the app-server protocol against the types of the installed Codex: exit 0 when
// tests/protocol compiles against them, 1 when it does not.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runBin } from './lib/run.mjs';

const CODEX = '@openai/codex';
const generated = path.join(ROOT, '.build', 'codex-protocol');
const stamp = path.join(generated, 'VERSION');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', CODEX, 'package.json'), 'utf8'));

process.exitCode = isGenerated() || generate() ? compile() : 1;

function isGenerated() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === version;
}

/** The stamp is written last: a generation that was cut short is done again. */
function generate() {
  rmSync(generated, { recursive: true, force: true });
  const status = runBin(CODEX, 'codex', ['app-server', 'generate-ts', '--experimental', '--out', generated]);
  if (status === 0) writeFileSync(stamp, version);
  return status === 0;
}

/** Returns an exit status. */
function compile() {
  const status = runBin('typescript', 'tsc', ['-p', path.join('tests', 'protocol')]);
  console.log(
    status === 0
      ? `Our subset of the protocol fits Codex ${version}`
      : `Our subset of the protocol does not fit Codex ${version} (see the errors above; its types are in ${generated})`,
  );
  return status === 0 ? 0 : 1;
}
