import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReviewContext } from '../../src/review/context.ts';
import { collectContext } from '../../src/review/context.ts';
import type { GitOptions } from '../../src/review/git.ts';
import { resolveTarget, type TargetRequest } from '../../src/review/target.ts';
import { tempDir } from '../support/temp.ts';

/** Nobody's settings, and a name to commit by. */
export const GIT_ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

/** A git repository in a directory that goes away with the test. */
export class TestRepository {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  get options(): GitOptions {
    return { cwd: this.root, environment: GIT_ENVIRONMENT };
  }

  git(...args: readonly string[]): string {
    const flags = ['-c', 'protocol.file.allow=always', '-c', 'core.fsync=none'];
    return execFileSync('git', [...flags, ...args], { cwd: this.root, env: GIT_ENVIRONMENT, encoding: 'utf8' }).trim();
  }

  write(name: string, content: string | Buffer = `${name}\n`): void {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  commit(message = 'change'): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  /** Adds empty commits to the current branch, "number 0" and so on. */
  commitTimes(count: number): void {
    const branch = this.git('symbolic-ref', 'HEAD');
    const commits = Array.from({ length: count }, (_, n) => {
      const message = `number ${n}`;
      const parent = n === 0 ? `from ${branch}^0\n` : '';
      return `commit ${branch}\ncommitter A <a@example.com> ${n} +0000\ndata ${message.length}\n${message}\n${parent}\n`;
    });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.root, env: GIT_ENVIRONMENT, input: commits.join('') });
  }

  /** The context of what `request` comes to; the test fails when there is none. */
  async context(request: TargetRequest = {}): Promise<ReviewContext> {
    const resolved = await resolveTarget(this.options, request);
    if (!resolved.ok) throw new Error(resolved.fault.message);
    const collected = await collectContext(resolved.repository, resolved.target);
    if (!collected.ok) throw new Error(collected.fault.message);
    return collected.context;
  }
}

/** One without a commit. */
export function emptyRepository(): TestRepository {
  const repository = new TestRepository(realpathSync(tempDir()));
  repository.git('init', '--quiet', '--template=', '--initial-branch=main');
  return repository;
}

/** One with a commit of the given files. */
export function repositoryWith(...names: readonly string[]): TestRepository {
  const repository = emptyRepository();
  for (const name of names) repository.write(name);
  repository.commit('first');
  return repository;
}

/** A directory with a program `git` that does what `script` says. */
export function fakeGit(script: string): string {
  const directory = tempDir();
  const file = path.join(directory, 'git');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return directory;
}

export function sectionOf(context: ReviewContext, title: string): string | undefined {
  return context.sections.find((section) => section.title === title)?.body;
}
