import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { workspaceRootOf } from '../../src/config/workspace-root.ts';
import { tempDir } from '../support/temp.ts';

function repository(directory: string): void {
  mkdirSync(path.join(directory, '.git'), { recursive: true });
  writeFileSync(path.join(directory, '.git', 'HEAD'), 'ref: refs/heads/main\n');
}

describe('the workspace of a directory', () => {
  test('is the repository around it', () => {
    const root = realpathSync(tempDir());
    repository(root);
    mkdirSync(path.join(root, 'a', 'b'), { recursive: true });
    expect(workspaceRootOf(path.join(root, 'a', 'b'))).toBe(root);
    expect(workspaceRootOf(root)).toBe(root);
  });

  test('is the worktree, where .git is a file, not the repository around that', () => {
    const outer = realpathSync(tempDir());
    const worktree = path.join(outer, 'worktrees', 'fix');
    repository(outer);
    mkdirSync(path.join(worktree, 'src'), { recursive: true });
    writeFileSync(path.join(worktree, '.git'), 'gitdir: /elsewhere\n');
    expect(workspaceRootOf(path.join(worktree, 'src'))).toBe(worktree);
  });

  test('outside of any repository is the directory itself', () => {
    const directory = realpathSync(tempDir());
    expect(workspaceRootOf(directory)).toBe(directory);
  });

  test('is not a directory above with an empty .git, as a sandbox leaves one', () => {
    const outer = realpathSync(tempDir());
    const inner = path.join(outer, 'inner');
    mkdirSync(path.join(outer, '.git'));
    mkdirSync(inner);
    expect(workspaceRootOf(inner)).toBe(inner);
  });

  test('is the same by every way in', () => {
    const base = realpathSync(tempDir());
    repository(path.join(base, 'real'));
    symlinkSync(path.join(base, 'real'), path.join(base, 'link'));
    expect(workspaceRootOf(path.join(base, 'link'))).toBe(path.join(base, 'real'));
  });

  test('that is missing, or a file, is refused with the remedy', () => {
    const file = path.join(tempDir(), 'file');
    expect(() => workspaceRootOf(file)).toThrow(
      `Cannot use "${file}" as working directory: it does not exist (choose another one with --cwd)`,
    );
    writeFileSync(file, '');
    expect(() => workspaceRootOf(file)).toThrow(`"${file}" as working directory: it is not a directory`);
    const long = path.join(file, 'x'.repeat(300));
    expect(() => workspaceRootOf(long)).toThrow(ConfigError);
  });
});
