import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ConfigError } from './config-error.ts';
import { isShim, shimTarget } from './npm-shim.ts';

/** In this order, as Windows would. */
const WINDOWS_SUFFIXES = ['.exe', '.cmd'];

/** One that starts itself comes to an end, too. */
const MAX_SHIMS = 4;

/** How to start Codex. `path` is what the user's PATH names; `command` is what is really spawned. */
export interface CodexBinary {
  readonly path: string;
  readonly command: string;
  /** What comes before Codex's own arguments: its script, where the command is Node. */
  readonly script: readonly string[];
  /** Set where the native binary is started instead of npm's wrapper: what the wrapper would have set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Real path, size and time of change: another Codex is another broker. */
  readonly fingerprint: string;
}

/** There is no Codex to run. The CLI ends with exit code 5. */
export class CodexNotFound extends ConfigError {
  /** The same in a list of what is there and what is not. */
  readonly detail: string;

  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

/** The Codex that somebody has chosen, and where. */
export interface NamedCodex {
  readonly path: string;
  readonly by: string;
}

/**
 * Finds Codex: the one that is named, else the first `codex` in the directories of PATH. No process is started to learn
 * about it.
 *
 * @throws CodexNotFound
 */
export function findCodex(
  named: NamedCodex | null,
  directories: readonly string[],
  platform: NodeJS.Platform = process.platform,
): CodexBinary {
  const found = named === null ? onPath(directories, platform) : atPath(named.path, platform);
  if (found === null) throw notFound(named);
  // Windows starts programs only: a script takes Node, and a `.cmd` a shell.
  const file = platform === 'win32' ? throughShims(found) : found;
  const native = nativeBehindWrapper(file, platform);
  const target = native?.command ?? file;
  const stat = statSync(target);
  const byNode = platform === 'win32' && isScript(target);
  return {
    path: found,
    command: byNode ? process.execPath : target,
    script: byNode ? [target] : [],
    environment: native?.environment ?? {},
    fingerprint: `${realpathSync(target)}:${stat.size}:${stat.mtimeMs}`,
  };
}

function notFound(named: NamedCodex | null): CodexNotFound {
  if (named === null) {
    const remedy = 'run "npm install -g @openai/codex", or set CODEX_COMPANION_CODEX';
    return new CodexNotFound(`Cannot find Codex: no "codex" on PATH (${remedy})`, 'not found');
  }
  const why = `"${named.path}" (from ${named.by}) is not an executable file`;
  return new CodexNotFound(`Cannot find Codex: ${why}`, `not found: ${why}`);
}

function onPath(directories: readonly string[], platform: NodeJS.Platform): string | null {
  const names = platform === 'win32' ? WINDOWS_SUFFIXES.map((suffix) => `codex${suffix}`) : ['codex'];
  return first(directories.flatMap((directory) => names.map((name) => path.join(directory, name))));
}

/** On Windows a name without a suffix is short for one with it; what npm puts at the short name itself is for other shells. */
function atPath(file: string, platform: NodeJS.Platform): string | null {
  const isShort = platform === 'win32' && path.extname(file) === '';
  return first([...(isShort ? WINDOWS_SUFFIXES.map((suffix) => `${file}${suffix}`) : []), file]);
}

function first(files: readonly string[]): string | null {
  for (const file of files) {
    const found = onDisk(file);
    if (found !== null) return found;
  }
  return null;
}

function onDisk(file: string): string | null {
  const absolute = path.resolve(file);
  try {
    if (!statSync(absolute).isFile()) return null;
    accessSync(absolute, constants.X_OK);
    return absolute;
  } catch {
    return null;
  }
}

/**
 * Node starts no `.cmd` but by a shell, which would read our arguments as its own: what the `.cmd` would start is started
 * instead. Yarn's start one another.
 */
function throughShims(found: string): string {
  let file = found;
  for (let count = 0; isShim(file); count += 1) {
    const target = count < MAX_SHIMS ? shimTarget(readFileSync(file, 'utf8'), path.dirname(file)) : null;
    if (target === null) throw onlyByShell(`"${found}" is a script that only a shell could start`);
    if (!existsSync(target)) throw onlyByShell(`"${found}" would start "${target}", which is not there`);
    file = target;
  }
  return file;
}

function onlyByShell(why: string): CodexNotFound {
  const remedy = 'set CODEX_COMPANION_CODEX to codex.exe, or to the codex.cmd of npm';
  return new CodexNotFound(`Cannot start Codex: ${why} (${remedy})`, why);
}

function isScript(file: string): boolean {
  return /\.[cm]?js$/iu.test(file);
}

const TARGETS: Readonly<Record<string, string>> = {
  'linux-x64': 'x86_64-unknown-linux-musl',
  'linux-arm64': 'aarch64-unknown-linux-musl',
  'darwin-x64': 'x86_64-apple-darwin',
  'darwin-arm64': 'aarch64-apple-darwin',
  'win32-x64': 'x86_64-pc-windows-msvc',
  'win32-arm64': 'aarch64-pc-windows-msvc',
};

/**
 * npm installs a JavaScript wrapper that only starts the native binary: a second process to watch, 35 ms
 * and 42 MB for nothing. Where the wrapper is the known one, the binary it would start; else null.
 */
function nativeBehindWrapper(
  file: string,
  platform: NodeJS.Platform,
): { command: string; environment: Record<string, string> } | null {
  const wrapper = realpathSync(file);
  const root = path.resolve(wrapper, '..', '..');
  if (path.basename(wrapper) !== 'codex.js' || packageName(root) !== '@openai/codex') return null;
  const build = `${platform}-${process.arch}`;
  const target = TARGETS[build];
  if (target === undefined) return null;
  const name = platform === 'win32' ? 'codex.exe' : 'codex';
  for (const vendor of vendorFolders(wrapper, root, build)) {
    const command = path.join(vendor, target, 'bin', name);
    if (existsSync(command)) {
      return { command, environment: { CODEX_MANAGED_PACKAGE_ROOT: root, CODEX_MANAGED_BY_NPM: '1' } };
    }
  }
  return null;
}

function vendorFolders(wrapper: string, root: string, build: string): string[] {
  const own = path.join(root, 'vendor');
  try {
    const manifest = createRequire(wrapper).resolve(`@openai/codex-${build}/package.json`);
    return [path.join(path.dirname(manifest), 'vendor'), own];
  } catch {
    return [own];
  }
}

function packageName(root: string): string | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && 'name' in manifest) {
      return typeof manifest.name === 'string' ? manifest.name : null;
    }
    return null;
  } catch {
    return null;
  }
}
