import { existsSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectContext, type ReviewContext } from '../../src/review/context.ts';
import { MAX_CONTEXT_CHARS, MAX_INLINE_BYTES } from '../../src/review/limits.ts';
import { buildReviewPrompt } from '../../src/review/prompt.ts';
import { resolveTarget } from '../../src/review/target.ts';
import { eventually } from '../support/eventually.ts';
import { tempDir } from '../support/temp.ts';
import { emptyRepository, fakeGit, GIT_ENVIRONMENT, repositoryWith, sectionOf, TestRepository } from './repository.ts';

describe('a working tree', () => {
  test('with a staged and an unstaged change travels inline, each in its own diff', async () => {
    const repository = repositoryWith('a', 'b');
    repository.write('a', 'staged\n');
    repository.git('add', 'a');
    repository.write('b', 'unstaged\n');
    const context = await repository.context();
    expect(context).toMatchObject({
      target: { mode: 'working-tree', label: 'working tree diff' },
      root: repository.root,
      branch: 'main',
      summary: 'Reviewing 1 staged, 1 unstaged, and 0 untracked file(s).',
      inputMode: 'inline-diff',
      fileCount: 2,
      notes: [],
    });
    expect(sectionOf(context, 'Staged Diff')).toContain('+staged');
    expect(sectionOf(context, 'Unstaged Diff')).toContain('+unstaged');
    expect(sectionOf(context, 'Changed Files (staged)')).toBe('M +1 -1 "a"');
    expect(context.diffBytes).toBeGreaterThan(100);
  });

  test('with one file that is both staged and changed again counts it once', async () => {
    const repository = repositoryWith('a');
    repository.write('a', 'one\n');
    repository.git('add', 'a');
    repository.write('a', 'two\n');
    const context = await repository.context();
    expect(context.fileCount).toBe(1);
    expect(sectionOf(context, 'Unstaged Diff')).toMatch(/-one\n\+two/u);
  });

  test('with a new file shows its content as added lines', async () => {
    const repository = repositoryWith('a');
    repository.write('new', 'first\nsecond\n');
    const context = await repository.context();
    expect(context).toMatchObject({ inputMode: 'inline-diff', fileCount: 1, diffBytes: 0, notes: [] });
    expect(sectionOf(context, 'Untracked Files')).toBe('"new" (13 bytes)');
    expect(sectionOf(context, 'Content of Untracked Files')).toBe('new file "new"\n+first\n+second');
  });

  test('with a renamed file shows the rename, not two files', async () => {
    const repository = repositoryWith('old name');
    repository.git('mv', 'old name', 'new name');
    const context = await repository.context();
    expect(context.fileCount).toBe(1);
    expect(sectionOf(context, 'Changed Files (staged)')).toBe('R +0 -0 "old name" -> "new name"');
    expect(sectionOf(context, 'Staged Diff')).toContain('rename from old name');
  });

  test('of a repository without commits is reviewed like any other', async () => {
    const repository = emptyRepository();
    repository.write('a');
    repository.git('add', 'a');
    repository.write('b');
    const context = await repository.context();
    expect(context).toMatchObject({ branch: 'main', fileCount: 2, notes: ['The repository has no commits yet'] });
    expect(sectionOf(context, 'Staged Diff')).toContain('+a');
  });

  test('that is a worktree of another is reviewed by itself', async () => {
    const repository = repositoryWith('a');
    const worktree = new TestRepository(path.join(repository.root, 'tree'));
    repository.git('worktree', 'add', '--quiet', '-b', 'topic', worktree.root);
    worktree.write('a', 'changed\n');
    const context = await worktree.context();
    expect(context).toMatchObject({ root: worktree.root, branch: 'topic', fileCount: 1, notes: [] });
    expect(sectionOf(context, 'Unstaged Diff')).toContain('+changed');
    expect((await repository.context()).notes).toEqual([
      'Content of 1 untracked file left out (a directory or another repository): "tree/"',
    ]);
  });

  test('in which nothing differs says so', async () => {
    const context = await repositoryWith('a').context({ scope: 'working-tree' });
    expect(context).toMatchObject({
      fileCount: 0,
      sections: [],
      notes: [],
    });
  });

  test('of more than two files is summed up, without any line of the diff', async () => {
    const repository = repositoryWith('a', 'b', 'c');
    for (const name of ['a', 'b', 'c']) repository.write(name, `secret-marker-${name}\n`);
    const context = await repository.context();
    expect(context).toMatchObject({ inputMode: 'self-collect', fileCount: 3, diffBytes: 0 });
    expect(sectionOf(context, 'Changed Files (unstaged)')).toBe('M +1 -1 "a"\nM +1 -1 "b"\nM +1 -1 "c"');
    expect(context.notes).toEqual(['The diff is not in the prompt, Codex reads it itself: more than 2 files differ']);
    expect(context.commands).toEqual(['git --no-pager diff --no-ext-diff']);
    expect(JSON.stringify(context)).not.toContain('secret-marker');
  });

  test('with one huge changed file is summed up, and the step is named', async () => {
    const repository = repositoryWith('a');
    repository.write('a', 'line of text\n'.repeat(400_000));
    const context = await repository.context();
    expect(context).toMatchObject({ inputMode: 'self-collect', fileCount: 1 });
    expect(context.notes).toEqual([
      `The diff is not in the prompt, Codex reads it itself: the diff is larger than ${MAX_INLINE_BYTES} bytes`,
    ]);
    expect(sectionOf(context, 'Changed Files (unstaged)')).toBe('M +400000 -1 "a"');
  });

  test('whose diffs are too large only together is summed up, too', async () => {
    const repository = repositoryWith('a', 'b');
    for (const name of ['a', 'b']) repository.write(name, 'line of text\n'.repeat(12_000));
    repository.git('add', 'a');
    expect(await repository.context()).toMatchObject({ inputMode: 'self-collect', fileCount: 2 });
    repository.git('checkout', '--quiet', 'b');
    expect(await repository.context()).toMatchObject({ inputMode: 'inline-diff', fileCount: 1 });
  });

  test('with changed binary files says that their content is left out', async () => {
    const repository = repositoryWith('a');
    repository.write('image', Buffer.from([0, 1, 2]));
    repository.commit();
    repository.write('image', Buffer.from([0, 3, 4]));
    const context = await repository.context();
    expect(sectionOf(context, 'Changed Files (unstaged)')).toBe('M binary "image"');
    expect(context.notes).toEqual(['Content of changed binary files left out: "image"']);
  });

  test('in the middle of a merge names the conflicts', async () => {
    const repository = repositoryWith('a');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('a', 'theirs\n');
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write('a', 'ours\n');
    repository.commit();
    expect(() => repository.git('merge', '--quiet', 'topic')).toThrow();
    const context = await repository.context();
    expect(sectionOf(context, 'Changed Files (unstaged)')).toBe('U conflict "a"');
    expect(context.notes).toEqual(['A merge is unfinished, with conflicts in "a"']);
  });

  test('shows no file of which only the time differs', async () => {
    const repository = repositoryWith('a', 'b');
    utimesSync(path.join(repository.root, 'a'), 0, 0);
    repository.write('b', 'changed\n');
    const context = await repository.context();
    expect(context.fileCount).toBe(1);
    expect(sectionOf(context, 'Unstaged Diff')).not.toContain('a/a');
  });
});

describe('submodules', () => {
  function withSubmodule(): { repository: TestRepository; inner: TestRepository } {
    const repository = repositoryWith('a');
    repository.git('submodule', '--quiet', 'add', repositoryWith('x').root, 'sub');
    repository.commit();
    return { repository, inner: new TestRepository(path.join(repository.root, 'sub')) };
  }

  test('at another commit are named as that', async () => {
    const { repository, inner } = withSubmodule();
    inner.write('y');
    inner.commit();
    const context = await repository.context();
    expect(sectionOf(context, 'Changed Files (unstaged)')).toBe('M submodule "sub"');
    expect(sectionOf(context, 'Unstaged Diff')).toContain('+Subproject commit');
    expect(context.notes).toEqual(['Submodules count as their commit, not their files: "sub"']);
  });

  test('with nothing but new files inside do not make the tree dirty, and are mentioned when it is', async () => {
    const { repository, inner } = withSubmodule();
    inner.write('litter');
    expect((await repository.context()).target.mode).toBe('branch');
    repository.write('a', 'changed\n');
    expect((await repository.context()).notes).toEqual(['Untracked files inside of submodules are left out: "sub"']);
  });

  test('that git cannot open are left alone, and the rest is reviewed', async () => {
    const { repository } = withSubmodule();
    rmSync(path.join(repository.root, '.git', 'modules'), { recursive: true });
    repository.write('a', 'changed\n');
    const context = await repository.context();
    expect(context).toMatchObject({ inputMode: 'inline-diff', fileCount: 1 });
    expect(sectionOf(context, 'Unstaged Diff')).toContain('+changed');
    expect(context.notes).toEqual(['Git cannot read a submodule: changes inside of submodules are left out']);
  });
});

describe('a branch', () => {
  test('is compared with the commit where it parted from its base', async () => {
    const repository = repositoryWith('a');
    const parted = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('b');
    repository.commit('add b');
    const head = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', 'main');
    repository.write('c');
    repository.commit('add c');
    repository.git('checkout', '--quiet', 'topic');
    const context = await repository.context();
    expect(context).toMatchObject({
      target: { mode: 'branch', baseRef: 'main' },
      branch: 'topic',
      summary: `Reviewing branch topic against main from merge-base ${parted}.`,
      inputMode: 'inline-diff',
      fileCount: 1,
      commands: [`git --no-pager diff --no-ext-diff ${parted} ${head}`],
      notes: [],
    });
    expect(sectionOf(context, 'Commit Log')).toMatch(/^[0-9a-f]+ add b$/u);
    expect(sectionOf(context, 'Branch Diff')).toContain('+b');
  });

  test('leaves out what is not committed, and says so', async () => {
    const repository = repositoryWith('a');
    repository.commit('second');
    repository.write('a', 'changed\n');
    repository.write('new');
    const context = await repository.context({ base: 'HEAD~1' });
    expect(context).toMatchObject({ fileCount: 0 });
    expect(context.notes).toContain('Uncommitted changes are no part of this review (2 files)');
  });

  test('is "HEAD" when HEAD is detached', async () => {
    const repository = repositoryWith('a');
    repository.git('checkout', '--quiet', '--detach');
    repository.write('b');
    repository.commit();
    expect(await repository.context()).toMatchObject({ branch: 'HEAD', fileCount: 1, target: { baseRef: 'main' } });
  });

  test('without a common commit is compared with the base itself, and says so', async () => {
    const repository = repositoryWith('a');
    repository.git('checkout', '--quiet', '--orphan', 'topic');
    repository.write('b');
    repository.commit();
    const context = await repository.context({ base: 'main' });
    expect(context.fileCount).toBe(1);
    expect(context.notes).toEqual([
      '"topic" and "main" have no common commit here (a shallow clone?): compared with "main" itself',
    ]);
  });

  test('of many commits lists the newest', async () => {
    const repository = repositoryWith('a');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commitTimes(52);
    const log = sectionOf(await repository.context(), 'Commit Log')?.split('\n');
    expect(log).toHaveLength(51);
    expect(log?.[0]).toMatch(/ number 51$/u);
    expect(log?.at(-1)).toBe('(and older ones)');
  });

  test('whose base is gone by now is refused as if it never was', async () => {
    const repository = repositoryWith('a');
    const resolved = await resolveTarget(repository.options, { base: 'main' });
    if (!resolved.ok) throw new Error(resolved.fault.message);
    repository.git('branch', '--move', 'main', 'other');
    expect(await collectContext(resolved.repository, resolved.target)).toMatchObject({
      ok: false,
      fault: { kind: 'unknown_base' },
    });
  });
});

describe('names', () => {
  const NAMES = [
    '-x',
    '--help',
    'with space',
    'new\nline',
    'quo"te',
    "ap'os",
    'tab\there',
    'Grüße-🌍',
    'back\\slash',
    '*',
  ];

  test('that are strange are names like any other, untracked, changed and on a branch', async () => {
    const repository = repositoryWith('plain');
    for (const name of NAMES) repository.write(name, 'content\n');
    const quoted = NAMES.map((name) => JSON.stringify(name));
    const untracked = await repository.context();
    expect(linesOf(untracked, 'Untracked Files')).toEqual(quoted.map((name) => `${name} (8 bytes)`).sort());
    expect(sectionOf(untracked, 'Content of Untracked Files')?.match(/^\+content$/gmu)).toHaveLength(NAMES.length);
    repository.commit();
    for (const name of NAMES) repository.write(name, 'changed\n');
    const changed = await repository.context();
    expect(linesOf(changed, 'Changed Files (unstaged)')).toEqual(quoted.map((name) => `M +1 -1 ${name}`).sort());
    const branch = await repository.context({ base: 'HEAD~1' });
    expect(linesOf(branch, 'Changed Files (branch)')).toEqual(quoted.map((name) => `A +1 -0 ${name}`).sort());
  });
});

describe('whatever the repository', () => {
  test('300 untracked files of 7 MB become names, some content, and notes', async () => {
    const repository = repositoryWith('a');
    const content = `${'x'.repeat(71)}\n`.repeat(324);
    for (let n = 0; n < 300; n += 1) repository.write(`new/${String(n).padStart(3, '0')}`, content);
    const context = await repository.context();
    expect(context).toMatchObject({ inputMode: 'self-collect', fileCount: 300 });
    expect(sectionOf(context, 'Untracked Files')?.split('\n')).toHaveLength(300);
    expect(context.notes).toEqual([
      'The diff is not in the prompt, Codex reads it itself: more than 2 files differ',
      expect.stringMatching(/^Content of 95 untracked files left out \(no room/u),
      expect.stringMatching(/^Content of 200 untracked files left out \(only the first 100/u),
    ]);
    expect(buildReviewPrompt(context, '').length).toBeLessThan(200_000);
  });

  test('the largest context that can be is below its limit', async () => {
    const repository = repositoryWith('a');
    const folder = `${'d'.repeat(200)}/${'e'.repeat(200)}`;
    repository.write('a', `${'y'.repeat(90)}\n`.repeat(2_700));
    repository.write(`${folder}/one`, '\n'.repeat(24_000));
    const inline = await repository.context();
    expect(inline.inputMode).toBe('inline-diff');
    for (let n = 0; n < 500; n += 1) repository.write(`${folder}/\u0001${n}`, '\n'.repeat(2_000));
    repository.git('add', `${folder}`);
    for (let n = 0; n < 500; n += 1) repository.write(`${folder}/${n}\u0001`, '\n'.repeat(5_000));
    const large = await repository.context();
    expect(large.notes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Untracked Files: \d+ are not listed$/u)]),
    );
    for (const context of [inline, large]) expect(JSON.stringify(context).length).toBeLessThan(MAX_CONTEXT_CHARS);
  });

  test('what git cannot tell is left out and said: here the counts and the diff', async () => {
    const repository = repositoryWith('a');
    repository.write('a', 'changed\n');
    const options = { cwd: repository.root, environment: gitThat('echo "fatal: cannot" >&2; exit 128') };
    const resolved = await resolveTarget(options, {});
    if (!resolved.ok) throw new Error(resolved.fault.message);
    const collected = await collectContext(resolved.repository, resolved.target);
    expect(collected).toMatchObject({ ok: true, context: { inputMode: 'self-collect', fileCount: 1 } });
    expect(collected).toHaveProperty('context.notes', [
      expect.stringMatching(/^The diff is not in the prompt, Codex reads it itself: the diff could not be read \(/u),
      expect.stringMatching(/^Line counts are left out: /u),
    ]);
  });

  test('nobody’s programs run: no external diff, no text conversion, no file system monitor', async () => {
    const repository = repositoryWith('a');
    const mark = path.join(repository.root, '.git', 'ran');
    for (const key of ['diff.external', 'diff.mine.textconv', 'diff.mine.command', 'core.fsmonitor', 'core.pager']) {
      repository.git('config', key, `touch '${mark}';`);
    }
    repository.write('.gitattributes', '* diff=mine\n');
    repository.write('a', 'changed\n');
    const context = await repository.context();
    expect(sectionOf(context, 'Unstaged Diff')).toContain('+changed');
    expect(existsSync(mark)).toBe(false);
  });

  test('a review that nobody waits for any more is stopped, not degraded', async () => {
    const repository = repositoryWith('a');
    repository.write('a', 'changed\n');
    const running = path.join(tempDir(), 'running');
    const stop = new AbortController();
    const environment = gitThat(`touch '${running}'; sleep 600`);
    const resolved = await resolveTarget({ cwd: repository.root, environment, signal: stop.signal }, {});
    if (!resolved.ok) throw new Error(resolved.fault.message);
    const collected = collectContext(resolved.repository, resolved.target);
    await eventually(() => existsSync(running), { withinMs: 5_000, what: 'git diff that runs' });
    stop.abort();
    expect(await collected).toMatchObject({ ok: false, fault: { kind: 'git_stopped' } });
  });
});

/** An environment whose git does as git does, and what `script` says for a diff. */
function gitThat(script: string) {
  const PATH = `${fakeGit(`case "$*" in *" diff "*) ${script};; *) exec '${realGit()}' "$@";; esac`)}${path.delimiter}${process.env['PATH']}`;
  return { ...GIT_ENVIRONMENT, PATH };
}

function linesOf(context: ReviewContext, title: string): string[] {
  return (sectionOf(context, title)?.split('\n') ?? []).sort();
}

function realGit(): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'git')).find((file) => existsSync(file)) ?? 'git';
}
