// Small means that the project's own commands share. Nothing here needs an installed package.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs a command in the project's root with our streams. Returns its exit status; a signal counts as 1. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error !== undefined) console.error(`Cannot run "${command}": ${error.message}`);
  return status ?? 1;
}

/** A program of an installed package, run by this Node. */
export function runBin(packageName, bin, args, env) {
  const directory = path.join(ROOT, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin];
  return run(process.execPath, [path.join(directory, file), ...args], env);
}

/** Installs the packages of the lockfile unless they are there. No install script is needed, so none is run. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json ...');
  const status = runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error('Cannot install the packages (see above; "npm ci --ignore-scripts" repeats it)');
    process.exit(1);
  }
}

/** By the npm that runs us, if one does: on Windows `npm` is a script that only a shell would start. */
function runNpm(args) {
  const script = process.env.npm_execpath ?? '';
  return path.basename(script) === 'npm-cli.js' ? run(process.execPath, [script, ...args]) : run('npm', args);
}

/** npm writes its own copy of the lockfile last: when that is newer than ours, the tree is complete. */
function isInstalled() {
  const installed = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  return (
    statSync(installed).mtimeMs >= statSync(path.join(ROOT, 'package-lock.json')).mtimeMs || sameVersions(installed)
  );
}

function sameVersions(installed) {
  const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || found[name]?.version === version,
  );
}
