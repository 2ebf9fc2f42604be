import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the lockfile is: from a source file as well as from a bundle in `.build/`. */
export const PROJECT_ROOT = projectRoot(path.dirname(fileURLToPath(import.meta.url)));

export interface CodexPackage {
  /** The native program. */
  readonly binary: string;
  /** npm's JavaScript wrapper around it. */
  readonly wrapper: string;
  /** The directory that holds `bwrap`: on PATH, codex finds its sandbox without a warning. */
  readonly resources: string;
}

/** The real codex that is installed as a development dependency. */
export function codexPackage(): CodexPackage {
  const modules = path.join(PROJECT_ROOT, 'node_modules');
  const vendor = path.join(modules, '@openai', `codex-${process.platform}-${process.arch}`, 'vendor');
  const [triple] = readdirSync(vendor);
  if (triple === undefined) throw new Error(`Cannot find codex: "${vendor}" is empty (run "npm ci")`);
  return {
    binary: path.join(vendor, triple, 'bin', 'codex'),
    wrapper: path.join(modules, '.bin', 'codex'),
    resources: path.join(vendor, triple, 'codex-resources'),
  };
}

function projectRoot(from: string): string {
  for (let at = from; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'package-lock.json'))) return at;
    if (path.dirname(at) === at) throw new Error(`Cannot find the project's root above "${from}"`);
  }
}
