import { describe, expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { git, makeRepository, writeFiles } from '../../support/git.ts';
import { startRig } from '../../support/rig.ts';
import { expectNothingStarted } from '../cli.ts';
import { jsonRun } from './json-run.ts';
import { AdversarialReviewSchema, nothingSchema, ReviewSchema } from './payload-schemas.ts';
import { sharedRig } from './shared-rig.ts';

const workingTree = (explicit: boolean) => ({ mode: 'working-tree', label: 'working tree diff', explicit });
const against = (baseRef: string, explicit: boolean) => ({
  mode: 'branch',
  label: `branch diff against ${baseRef}`,
  baseRef,
  explicit,
});

describe('what is reviewed', () => {
  const rig = sharedRig();

  test.each([
    [[], workingTree(false)],
    [['--scope', 'auto'], workingTree(false)],
    [['--scope', 'working-tree'], workingTree(true)],
    [['--scope', 'branch'], against('main', true)],
    [['--base', 'main'], against('main', true)],
    [['--base', 'HEAD', '--scope', 'working-tree'], against('HEAD', true)],
    [['--base', 'main', '--scope', 'nonsense'], against('main', true)],
  ])('in a tree with changes: %j', async (args, target) => {
    expect((await jsonRun(rig(), ['review', ...args], ReviewSchema)).target).toEqual(target);
  });

  test('in a clean tree: the branch against main, else master, else trunk', async () => {
    const { workspace } = rig();
    git(workspace, 'commit', '--quiet', '--all', '-m', 'second');
    git(workspace, 'branch', 'trunk', 'main~1');
    expect((await jsonRun(rig(), ['review'], ReviewSchema)).target).toEqual(against('main', false));
    git(workspace, 'branch', '--move', 'main', 'topic');
    expect((await jsonRun(rig(), ['review'], ReviewSchema)).target).toEqual(against('trunk', false));
    git(workspace, 'branch', 'master', 'trunk');
    expect((await jsonRun(rig(), ['review'], ReviewSchema)).target).toEqual(against('master', false));
  });

  test('without a branch to compare with, the way out is said', async () => {
    const { workspace } = rig();
    git(workspace, 'branch', '--delete', '--force', 'master', 'trunk');

    const { code, stdout, stderr } = await rig().run(['review']);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/default branch.*--base <ref>.*--scope working-tree/u);
  });
});

const NOTED = fakePrompt({ do: 'reason', summary: ['Read the diff', 'Looked for callers'] });

test('the page of a review has its target, what was found, and what was thought of', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_REVIEW: NOTED } });
  makeRepository(rig.workspace);
  writeFiles(rig.workspace, { 'a.txt': 'one\ntwo\n' });

  const { code, stdout, stderr } = await rig.run(['review', '--scope', 'working-tree']);

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^# Codex Review\n\nTarget: working tree diff\n\n\S[\s\S]*\n\nReasoning:\n- Read the diff\n- Looked for callers\n$/u,
  );
  for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^\[codex\] /u);
});

test('a review that fails has no verdict, exits non-zero, and says why in every form', async () => {
  const rig = await startRig({ env: { FAKE_CODEX_REVIEW: 'FAKE:fail' } });
  makeRepository(rig.workspace);
  writeFiles(rig.workspace, { 'a.txt': 'one\ntwo\n' });

  const payload = await jsonRun(rig, ['review', '--base', 'main'], ReviewSchema, { exit: 1 });
  const text = await rig.run(['review', '--base', 'main']);

  expect(payload.codex).toMatchObject({ status: 1, stderr: 'fake failure' });
  expect(text.code).toBe(1);
  expect(text.stdout).toMatch(/^# Codex Review\n\nTarget: branch diff against main\n\n.*fake failure/u);
  expect(text.stderr).toContain('fake failure');
});

test('a review of nothing has the keys of one that found nothing, and no job', async () => {
  const rig = await startRig();
  makeRepository(rig.workspace);

  const payload = await jsonRun(rig, ['review'], nothingSchema(ReviewSchema));
  const adversarial = await jsonRun(rig, ['adversarial-review', 'look'], nothingSchema(AdversarialReviewSchema));

  const said = 'Nothing to review: the branch diff against main is empty.';
  expect(payload).toMatchObject({ codex: { status: 0, stdout: said }, target: against('main', false) });
  expect(adversarial).toMatchObject({ result: null, parseError: null, rawOutput: said });
  expectNothingStarted(rig);
});
