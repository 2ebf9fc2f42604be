import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MAX_PROMPT_CHARS } from '../../../src/contract/job.ts';
import { git, makeRepository, writeFiles } from '../../support/git.ts';
import { type Rig, startRig } from '../../support/rig.ts';
import { promptsAtCodex } from '../codex-side.ts';

/** 300 files and 7 MB that git does not know, with everything among them that is no plain text. */
function makeHeap(rig: Rig): void {
  const line = `${'x'.repeat(99)}\n`;
  makeRepository(rig.workspace, { 'tracked.txt': 'one\n' });
  writeFiles(rig.workspace, { 'tracked.txt': 'one\ntwo\n' });
  for (let n = 0; n < 300; n += 1) writeFiles(rig.workspace, { [`new/${n}.txt`]: line.repeat(n < 30 ? 10 : 260) });
  writeFileSync(path.join(rig.workspace, 'picture.bin'), Buffer.from([0, 1, 2, 255, 0]));
  writeFileSync(path.join(rig.workspace, 'huge.txt'), line.repeat(10_000));
  symlinkSync('nowhere', path.join(rig.workspace, 'broken-link'));
  symlinkSync('/etc/passwd', path.join(rig.workspace, 'link-out'));
  const inner = path.join(rig.workspace, 'inner');
  mkdirSync(inner);
  makeRepository(inner, { 'b.txt': 'inner\n' });
}

test('row 47: a review of 300 new files and 7 MB reaches Codex in named steps, below its limit', async () => {
  const rig = await startRig();
  makeHeap(rig);

  const { code, stderr } = await rig.run(['adversarial-review']);

  expect(code, stderr).toBe(0);
  const [prompt = ''] = promptsAtCodex(rig);
  expect(prompt.length).toBeLessThan(MAX_PROMPT_CHARS);
  expect(prompt).toContain('tracked.txt');
  // What was left out is said to Codex and to the person.
  for (const name of ['picture.bin', 'huge.txt', 'broken-link', 'link-out', 'inner']) {
    expect(prompt, name).toContain(name);
  }
  expect(prompt).not.toContain('root:x:');
  expect(stderr).toMatch(/\[codex\] .*(?:untracked|not in the prompt)/iu);
});

test('row 47: a submodule, a worktree and a binary change are reviewed without a word about failure', async () => {
  const rig = await startRig();
  makeRepository(rig.workspace, { 'a.txt': 'one\n' });
  const library = rig.otherWorkspace('library');
  makeRepository(library, { 'lib.txt': 'lib\n' });
  git(rig.workspace, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib');
  git(rig.workspace, 'commit', '--quiet', '-am', 'submodule');
  writeFiles(rig.workspace, { 'lib/lib.txt': 'changed\n', 'a.txt': 'one\ntwo\n' });
  writeFileSync(path.join(rig.workspace, 'b.bin'), Buffer.from([0, 1, 2]));
  git(rig.workspace, 'add', 'b.bin');
  const worktree = path.join(rig.home, 'worktree');
  git(rig.workspace, 'worktree', 'add', '--quiet', worktree);
  writeFiles(worktree, { 'a.txt': 'in the worktree\n' });

  const here = await rig.run(['adversarial-review']);
  const there = await rig.run(['adversarial-review'], { cwd: worktree });
  await rig.run(['broker', 'stop', '--force'], { cwd: worktree });

  expect([here.code, there.code]).toEqual([0, 0]);
  const [first = '', second = ''] = promptsAtCodex(rig);
  expect(first).toMatch(/lib[\s\S]*b\.bin|b\.bin[\s\S]*lib/u);
  expect(second).toContain('+in the worktree');
});
