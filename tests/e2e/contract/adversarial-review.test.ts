import { describe, expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { git } from '../../support/git.ts';
import { promptsAtCodex } from '../codex-side.ts';
import { jsonRun } from './json-run.ts';
import { AdversarialReviewSchema } from './payload-schemas.ts';
import { sharedRig } from './shared-rig.ts';

const FINDING = {
  severity: 'low',
  title: 'Small',
  body: 'Two\nlines.',
  file: 'a.txt',
  line_start: 4,
  line_end: 4,
  confidence: 0.1,
  recommendation: '',
};
const reviews = (verdict: object) => fakePrompt({ do: 'finish', text: JSON.stringify(verdict) });

describe('an adversarial review', () => {
  const rig = sharedRig();

  test('that finds nothing says so', async () => {
    const approval = { verdict: 'approve', summary: 'It is fine.', findings: [], next_steps: [] };

    const { code, stdout } = await rig().run(['adversarial-review', reviews(approval)]);

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `# Codex Adversarial Review

Target: working tree diff
Verdict: approve

It is fine.

No material findings.
`,
    });
  });

  test('names one line as one line, and leaves out what was not recommended', async () => {
    const verdict = { verdict: 'needs-attention', summary: 'Hm.', findings: [FINDING], next_steps: [] };

    const { stdout } = await rig().run(['adversarial-review', reviews(verdict)]);

    expect(stdout).toMatch(/\n\nFindings:\n- \[low\] Small \(a\.txt:4\)\n {2}Two\n {2}lines\.\n$/u);
  });

  test('that fails after a verdict was said has none', async () => {
    const approval = JSON.stringify({ verdict: 'approve', summary: 'Fine.', findings: [], next_steps: [] });
    const prompt = fakePrompt({ do: 'say', text: approval }, { do: 'fail', message: 'no more' });

    const payload = await jsonRun(rig(), ['adversarial-review', prompt], AdversarialReviewSchema, { exit: 1 });
    const text = await rig().run(['adversarial-review', prompt]);

    expect(payload).toMatchObject({ result: null, parseError: null, codex: { status: 1 }, rawOutput: approval });
    expect(text.code).toBe(1);
    expect(text.stdout).not.toContain('Verdict:');
  });

  test('takes its target as a review does, and its focus as all that is left', async () => {
    const { workspace } = rig();
    git(workspace, 'checkout', '--quiet', '-b', 'topic');
    git(workspace, 'commit', '--quiet', '--all', '-m', 'second');
    const args = ['adversarial-review', '--base', 'main', 'look', 'at', 'the parser'];

    const { target, context } = await jsonRun(rig(), args, AdversarialReviewSchema);

    expect(target).toEqual({ mode: 'branch', label: 'branch diff against main', baseRef: 'main', explicit: true });
    expect(context).toMatchObject({ repoRoot: workspace, branch: 'topic' });
    expect(context.summary).toMatch(/^Reviewing branch topic against main/u);
    expect(promptsAtCodex(rig()).at(-1)).toContain('look at the parser');
  });
});
