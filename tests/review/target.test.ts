import { realpathSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveTarget, type TargetRequest } from '../../src/review/target.ts';
import { tempDir } from '../support/temp.ts';
import { emptyRepository, fakeGit, GIT_ENVIRONMENT, repositoryWith, TestRepository } from './repository.ts';

const WORKING_TREE = { mode: 'working-tree', label: 'working tree diff' };

function branchTarget(ref: string) {
  return { mode: 'branch', label: `branch diff against ${ref}`, baseRef: ref };
}

async function targetOf({ options }: TestRepository, request: TargetRequest = {}) {
  const resolved = await resolveTarget(options, request);
  return resolved.ok ? resolved.target : resolved.fault.message;
}

async function kindOf({ options }: TestRepository, request: TargetRequest = {}) {
  const resolved = await resolveTarget(options, request);
  return resolved.ok ? 'ok' : resolved.fault.kind;
}

/** A clone of `origin`, on its default branch. */
function cloneOf(origin: TestRepository): TestRepository {
  const clone = new TestRepository(path.join(realpathSync(tempDir()), 'clone'));
  origin.git('clone', '--quiet', origin.root, clone.root);
  return clone;
}

describe('auto', () => {
  test.each([
    ['a changed file', (repository: TestRepository) => repository.write('a', 'changed\n')],
    ['a new file', (repository: TestRepository) => repository.write('new')],
    ['a staged file', (repository: TestRepository) => repository.git('rm', '--quiet', '--cached', 'a')],
  ])('looks at the working tree when there is %s', async (_what, change) => {
    const repository = repositoryWith('a');
    change(repository);
    expect(await targetOf(repository)).toEqual(WORKING_TREE);
  });

  test('looks at the branch when there is nothing but ignored files', async () => {
    const repository = repositoryWith('a');
    repository.write('.gitignore', 'built\n');
    repository.commit();
    repository.write('built');
    repository.git('checkout', '--quiet', '-b', 'topic');
    expect(await targetOf(repository)).toEqual(branchTarget('main'));
  });

  test('in a repository without commits looks at what is there, and says when that is nothing', async () => {
    const repository = emptyRepository();
    expect(await kindOf(repository)).toBe('no_commits');
    repository.write('a');
    expect(await targetOf(repository)).toEqual(WORKING_TREE);
  });

  test('works from a folder below the root, and from a worktree', async () => {
    const repository = repositoryWith('a', 'src/b');
    const worktree = new TestRepository(path.join(realpathSync(tempDir()), 'tree'));
    repository.git('worktree', 'add', '--quiet', '-b', 'topic', worktree.root);
    worktree.write('new');
    expect(await targetOf(worktree)).toEqual(WORKING_TREE);
    expect(await targetOf(repository)).toEqual(branchTarget('main'));
    const below = await resolveTarget({ cwd: path.join(repository.root, 'src'), environment: GIT_ENVIRONMENT }, {});
    expect(below).toMatchObject({ ok: true, repository: { root: repository.root }, explicit: false });
  });
});

describe('a scope', () => {
  test('that is chosen counts, whatever the tree looks like', async () => {
    const repository = repositoryWith('a');
    expect(await targetOf(repository, { scope: 'working-tree' })).toEqual(WORKING_TREE);
    repository.write('new');
    expect(await targetOf(repository, { scope: 'branch' })).toEqual(branchTarget('main'));
    expect(await resolveTarget(repository.options, { scope: 'branch' })).toHaveProperty('explicit', true);
  });

  test('that is unknown is refused before anything is looked at', async () => {
    expect(await targetOf(new TestRepository('/nowhere'), { scope: 'staged' })).toBe(
      'Unsupported review scope "staged". Use one of: auto, working-tree, branch, or pass --base <ref>.',
    );
  });

  test('of a branch without commits is refused with a way on', async () => {
    const repository = emptyRepository();
    repository.write('a');
    expect(await targetOf(repository, { scope: 'branch' })).toBe(
      `Cannot review a branch of "${repository.root}": "main" has no commits yet (add files and use --scope working-tree, or commit first)`,
    );
    expect(await kindOf(repository, { base: 'main' })).toBe('no_commits');
  });
});

describe('a base', () => {
  test('that is a commit counts, before any scope, known or not', async () => {
    const repository = repositoryWith('a');
    repository.git('tag', '--annotate', '--message', 'one', 'v1');
    repository.commit('second');
    for (const base of ['main', 'HEAD~1', 'v1', 'refs/heads/main']) {
      expect(await targetOf(repository, { base, scope: 'working-tree' })).toEqual(branchTarget(base));
    }
    expect(await targetOf(repository, { base: 'v1', scope: 'staged' })).toEqual(branchTarget('v1'));
  });

  test('that is no commit is refused: a name nobody has, an option, a file, a range, nothing at all', async () => {
    const repository = repositoryWith('a');
    for (const base of ['no-such-ref', '-x', '--all', '', 'HEAD:a', 'main..HEAD', 'main\0', 'a\nb', 'HEAD^{tree}']) {
      expect([base, await kindOf(repository, { base })]).toEqual([base, 'unknown_base']);
    }
  });

  test('that is no commit is quoted, with the remedy', async () => {
    expect(await targetOf(repositoryWith('a'), { base: 'no-such-ref' })).toBe(
      'Cannot review against "no-such-ref": no commit of this repository has that name (fetch it, or see "git branch --all")',
    );
  });

  test('is good for a detached HEAD', async () => {
    const repository = repositoryWith('a');
    repository.git('checkout', '--quiet', '--detach');
    expect(await targetOf(repository, { base: 'main' })).toEqual(branchTarget('main'));
    expect(await targetOf(repository, { scope: 'branch' })).toEqual(branchTarget('main'));
  });
});

describe('the default branch', () => {
  test.each(['main', 'master', 'trunk'])('is %s when there is nothing else', async (name) => {
    const repository = repositoryWith('a');
    repository.git('branch', '--move', 'main', name);
    repository.git('checkout', '--quiet', '-b', 'topic');
    expect(await targetOf(repository)).toEqual(branchTarget(name));
  });

  test('is main before master', async () => {
    const repository = repositoryWith('a');
    repository.git('branch', 'master');
    repository.git('checkout', '--quiet', '-b', 'topic');
    expect(await targetOf(repository)).toEqual(branchTarget('main'));
  });

  test('is the one that origin names, by its own name where it exists here', async () => {
    const origin = repositoryWith('a');
    origin.git('branch', '--move', 'main', 'develop');
    const clone = cloneOf(origin);
    clone.git('branch', 'main');
    clone.git('checkout', '--quiet', '-b', 'topic');
    expect(await targetOf(clone)).toEqual(branchTarget('develop'));
    clone.git('branch', '--quiet', '--delete', '--force', 'develop');
    expect(await targetOf(clone)).toEqual(branchTarget('origin/develop'));
  });

  test('is a usual one when origin names one that is gone', async () => {
    const clone = cloneOf(repositoryWith('a'));
    clone.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    clone.git('checkout', '--quiet', '-b', 'topic');
    expect(await targetOf(clone)).toEqual(branchTarget('main'));
  });

  test('on itself is compared with the one at origin when that is another commit', async () => {
    const clone = cloneOf(repositoryWith('a'));
    expect(await targetOf(clone)).toEqual(branchTarget('main'));
    clone.write('b');
    clone.commit();
    expect(await targetOf(clone)).toEqual(branchTarget('origin/main'));
  });

  test('that cannot be found is an error with the two ways on', async () => {
    const repository = repositoryWith('a');
    repository.git('branch', '--move', 'main', 'something');
    expect(await targetOf(repository)).toBe(
      'Unable to detect the repository default branch. Pass --base <ref> or use --scope working-tree.',
    );
  });
});

describe('no repository', () => {
  test('a plain directory, the inside of ".git" and a bare repository are refused by name', async () => {
    const plain = new TestRepository(realpathSync(tempDir()));
    expect(await targetOf(plain)).toBe(
      `Cannot review "${plain.root}": it is not in a git repository (choose another directory, or run "git init")`,
    );
    const inside = new TestRepository(path.join(repositoryWith('a').root, '.git'));
    expect(await kindOf(inside)).toBe('not_a_repository');
    plain.git('init', '--quiet', '--bare');
    expect(await kindOf(plain)).toBe('not_a_repository');
  });

  test('a missing git and one that hangs are said, with whatever was asked', async () => {
    const cwd = repositoryWith('a').root;
    const missing = { cwd, environment: { PATH: tempDir() } };
    expect(await resolveTarget(missing, {})).toMatchObject({ ok: false, fault: { kind: 'git_missing' } });
    const PATH = `${fakeGit('sleep 600')}${path.delimiter}${process.env['PATH']}`;
    const hanging = { cwd, environment: { PATH }, timeoutMs: 100 };
    expect(await resolveTarget(hanging, { base: 'main' })).toMatchObject({ fault: { kind: 'git_timed_out' } });
  });
});
