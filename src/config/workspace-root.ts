import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../contract/fault.ts';
import { ConfigError } from './config-error.ts';

/** The repository that `cwd` is in (a `.git` folder, or file in a worktree), else `cwd` itself. */
export function workspaceRootOf(cwd: string): string {
  const start = realDirectory(cwd);
  for (let at = start; ; at = path.dirname(at)) {
    if (isRepository(at)) return at;
    if (path.dirname(at) === at) return start;
  }
}

function realDirectory(cwd: string): string {
  let why = 'it is not a directory';
  try {
    if (statSync(cwd).isDirectory()) return realpathSync(cwd);
  } catch (error) {
    why = existsSync(cwd) ? messageOf(error) : 'it does not exist';
  }
  throw new ConfigError(`Cannot use "${cwd}" as working directory: ${why} (choose another one with --cwd)`);
}

/** As git decides it, roughly: an empty `.git` is none. Codex's own sandbox leaves such ones behind, in /tmp too. */
function isRepository(directory: string): boolean {
  const git = path.join(directory, '.git');
  return existsSync(path.join(git, 'HEAD')) || isFile(git);
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
