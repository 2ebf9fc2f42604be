import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ConfigError } from './config-error.ts';

/** How to start Codex. `path` is what the user's PATH names; `command` is what is really spawned. */
export interface CodexBinary {
  readonly path: string;
  readonly command: string;
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

/** Finds Codex: the one that is named, else the first `codex` on `searchPath`. No process is started to learn about it. */
export function findCodex(named: NamedCodex | null, searchPath: string): CodexBinary {
  const found = named === null ? onPath(searchPath) : onDisk(named.path);
  if (found === null) throw notFound(named);
  const native = nativeBehindWrapper(found);
  const target = native?.command ?? found;
  const stat = statSync(target);
  return {
    path: found,
    command: target,
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

function onPath(searchPath: string): string | null {
  const names = process.platform === 'win32' ? ['codex.exe', 'codex.cmd'] : ['codex'];
  for (const directory of searchPath.split(path.delimiter)) {
    if (directory === '') continue;
    for (const name of names) {
      const found = onDisk(path.join(directory, name));
      if (found !== null) return found;
    }
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
function nativeBehindWrapper(file: string): { command: string; environment: Record<string, string> } | null {
  const wrapper = realpathSync(file);
  const root = path.resolve(wrapper, '..', '..');
  if (path.basename(wrapper) !== 'codex.js' || packageName(root) !== '@openai/codex') return null;
  const platform = `${process.platform}-${process.arch}`;
  const target = TARGETS[platform];
  if (target === undefined) return null;
  const name = process.platform === 'win32' ? 'codex.exe' : 'codex';
  for (const vendor of vendorFolders(wrapper, root, platform)) {
    const command = path.join(vendor, target, 'bin', name);
    if (existsSync(command)) {
      return { command, environment: { CODEX_MANAGED_PACKAGE_ROOT: root, CODEX_MANAGED_BY_NPM: '1' } };
    }
  }
  return null;
}

function vendorFolders(wrapper: string, root: string, platform: string): string[] {
  const own = path.join(root, 'vendor');
  try {
    const manifest = createRequire(wrapper).resolve(`@openai/codex-${platform}/package.json`);
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
