import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ClientError } from './client-error.ts';

/** What is not inside of the bundles, having native parts. Whoever installs us installs it beside them. */
const RUNTIME_PACKAGES = ['zeromq'];

/** A package that cannot be loaded within this time, or installed within that one, is as good as missing. */
export const LOAD_MS = 10_000;
const INSTALL_MS = 300_000;

const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

const LOADER = "require('node:module').createRequire(process.argv[1])(process.argv[2])";

const run = promisify(execFile);

export type Repair = { readonly ok: true } | { readonly ok: false; readonly why: string };

/**
 * Packages that the bundle at `program` needs and cannot load: not installed, or by half, or without a
 * build for this platform. Each is loaded in a process of its own, for a damaged one can end it.
 */
export async function missingRuntimePackages(program: string): Promise<string[]> {
  const loaded = await Promise.all(RUNTIME_PACKAGES.map((name) => canLoad(program, name)));
  return RUNTIME_PACKAGES.filter((_, index) => !loaded[index]);
}

async function canLoad(program: string, name: string): Promise<boolean> {
  try {
    await run(process.execPath, ['-e', LOADER, program, name], { timeout: LOAD_MS, killSignal: 'SIGKILL' });
    return true;
  } catch {
    return false;
  }
}

/** Installs what is missing, where the program has its own lockfile. Never rejects. */
export async function repairRuntimePackages(program: string): Promise<Repair> {
  const folder = packageFolder(program);
  if (folder === null) return { ok: false, why: `"${program}" was not installed with a lockfile (install it again)` };
  try {
    // A shell, since on Windows npm is a script; there is nothing in the line that anybody could have chosen.
    await run('npm', INSTALL, {
      cwd: folder,
      timeout: INSTALL_MS,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    return { ok: false, why: `"npm ${INSTALL.join(' ')}" in "${folder}" failed: ${saidBy(error)}` };
  }
  const missing = await missingRuntimePackages(program);
  return missing.length === 0 ? { ok: true } : { ok: false, why: `${named(missing)} cannot be loaded all the same` };
}

/** What to do when `missing` is not empty, in a few words. */
export function runtimePackagesRemedy(program: string): string {
  const folder = packageFolder(program);
  return folder === null ? 'install codex-companion again' : `run "npm ci --ignore-scripts" in "${folder}"`;
}

/** Null when nothing is missing: then whatever failed, failed for another reason. */
export async function runtimePackagesError(program: string, cause: unknown): Promise<ClientError | null> {
  const missing = await missingRuntimePackages(program);
  if (missing.length === 0) return null;
  const message = `Cannot reach the broker: ${named(missing)} is not installed, or only in part (${runtimePackagesRemedy(program)})`;
  return new ClientError('packages_missing', message, { cause });
}

/** The folder that the bundles were installed in, if npm can install there what they need. */
function packageFolder(program: string): string | null {
  const folder = path.dirname(path.dirname(program));
  return existsSync(path.join(folder, 'package-lock.json')) && dependsOnAll(folder) ? folder : null;
}

function dependsOnAll(folder: string): boolean {
  try {
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return RUNTIME_PACKAGES.every((name) => name in dependencies);
  } catch {
    return false;
  }
}

function named(packages: readonly string[]): string {
  return `the package ${packages.map((name) => `"${name}"`).join(', ')}`;
}

function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  return (stderr === '' ? error.message : stderr).replaceAll(/\s*\n\s*/gu, ' ').slice(0, 300);
}
