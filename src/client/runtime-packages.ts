import { type ExecFileOptions, execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { processEnvironment } from '../config/environment.ts';
import { npmProgram } from '../util/npm-program.ts';
import { ClientError } from './client-error.ts';
import {
  faultSentence,
  type LoadFailure,
  LoadFailureSchema,
  type PackageFault,
  packageFault,
} from './package-fault.ts';

/** What is not inside of the bundles, having native parts. Whoever installs us installs it beside them. */
const RUNTIME_PACKAGES = ['zeromq'];

/** A package that cannot be loaded within this time, or installed within that one, is as good as missing. */
export const LOAD_MS = 10_000;
const INSTALL_MS = 300_000;

const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Says on stdout how it went. */
const LOADER = `
  const [program, name] = process.argv.slice(1);
  const said = [];
  let found = false;
  console.warn = console.error = (...words) => void said.push(words.join(' '));
  try {
    const load = require('node:module').createRequire(program);
    load.resolve(name);
    found = true;
    load(name);
  } catch (error) {
    process.stdout.write(JSON.stringify({ found, code: error.code ?? error.name, message: String(error.message), said }));
    process.exitCode = 1;
  }
`;

/** Everybody who looks for a broker loads this file, and next to nobody starts a process here. */
function run(file: string, args: string[], options: ExecFileOptions): Promise<unknown> {
  return promisify(execFile)(file, args, { ...options, windowsHide: true });
}

export type Repair = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** A package that the bundles need and cannot load: what is the matter with it, and what to do, in a few words each. */
export interface BrokenPackage {
  readonly name: string;
  readonly fault: PackageFault;
  readonly what: string;
  readonly remedy: string;
}

/** Those that the bundle at `program` cannot load. Each is loaded in a process of its own, for a damaged one can end it. */
export async function brokenPackages(program: string): Promise<BrokenPackage[]> {
  const looked = await Promise.all(RUNTIME_PACKAGES.map((name) => lookAt(program, name)));
  return looked.filter((broken) => broken !== null);
}

/** Whether a new installation can help: not where the package has nothing for this platform. */
export function isInstallable({ fault }: BrokenPackage): boolean {
  return fault.id !== 'unsupported';
}

/** Null when it can be loaded. */
async function lookAt(program: string, name: string): Promise<BrokenPackage | null> {
  try {
    await run(process.execPath, ['-e', LOADER, program, name], { timeout: LOAD_MS, killSignal: 'SIGKILL' });
    return null;
  } catch (error) {
    const fault = packageFault(failureIn(error));
    return { name, fault, what: faultSentence(name, fault), remedy: remedyFor(program, name, fault) };
  }
}

function failureIn(error: unknown): LoadFailure {
  const { stdout, signal } = v.parse(EndedSchema, error);
  const said = v.safeParse(v.pipe(v.string(), v.parseJson(), LoadFailureSchema), stdout);
  if (said.success) return said.output;
  const how =
    signal === 'SIGKILL' ? `it takes more than ${LOAD_MS / 1000} s` : `it ends the process (${signal ?? 'no signal'})`;
  return { found: true, code: 'ended', message: how, said: [] };
}

const EndedSchema = v.object({ stdout: v.optional(v.string(), ''), signal: v.optional(v.nullable(v.string()), null) });

function remedyFor(program: string, name: string, fault: PackageFault): string {
  if (fault.id === 'incomplete') return installRemedy(program);
  return `run "npm rebuild ${name}" in "${folderOf(program, name)}" to build it here, which needs CMake and a C++ compiler`;
}

function installRemedy(program: string): string {
  const folder = packageFolder(program);
  return folder === null ? 'install codex-companion again' : `run "npm ci --ignore-scripts" in "${folder}"`;
}

/** The folder of the program that the package is installed for. */
function folderOf(program: string, name: string): string {
  const file = createRequire(program).resolve(name);
  return file.slice(0, file.lastIndexOf(path.join(path.sep, 'node_modules', path.sep)));
}

/** Installs what is missing, where the program has its own lockfile. Never rejects. */
export async function repairRuntimePackages(program: string): Promise<Repair> {
  const folder = packageFolder(program);
  if (folder === null) return { ok: false, why: `"${program}" was not installed with a lockfile (install it again)` };
  const npm = npmProgram(processEnvironment());
  if (npm === null) return { ok: false, why: 'there is no npm on PATH (install Node with npm)' };
  try {
    await run(npm.command, [...npm.script, ...INSTALL], { cwd: folder, timeout: INSTALL_MS });
  } catch (error) {
    return { ok: false, why: `"npm ${INSTALL.join(' ')}" in "${folder}" failed: ${saidBy(error)}` };
  }
  const [broken] = await brokenPackages(program);
  return broken === undefined ? { ok: true } : { ok: false, why: `${broken.what}, all the same` };
}

/** Null when nothing is the matter with them: then whatever failed, failed for another reason. */
export async function runtimePackagesError(program: string, cause: unknown): Promise<ClientError | null> {
  const [broken] = await brokenPackages(program);
  if (broken === undefined) return null;
  return new ClientError('packages_missing', `Cannot reach the broker: ${broken.what} (${broken.remedy})`, { cause });
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

function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  return (stderr === '' ? error.message : stderr).replaceAll(/\s*\n\s*/gu, ' ').slice(0, 300);
}
