import { expect, test } from 'vitest';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { makeRepository, writeFiles } from '../support/git.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { startRig } from '../support/rig.ts';
import { expectNothingStarted } from './cli.ts';
import { promptsAtCodex, threadStarts } from './codex-side.ts';

const finding = (severity: string, title: string) => ({
  severity,
  title,
  body: 'It breaks when it is empty.',
  file: 'a.txt',
  line_start: 4,
  line_end: 6,
  confidence: 0.9,
  recommendation: 'Look first.',
});
const VERDICT = {
  verdict: 'needs-attention',
  summary: 'Not yet.',
  findings: [finding('low', 'Small'), finding('critical', 'Big')],
  next_steps: ['Add a test.'],
};

async function dirtyRig(options: Parameters<typeof startRig>[0] = {}) {
  const rig = await startRig(options);
  makeRepository(rig.workspace);
  writeFiles(rig.workspace, { 'a.txt': 'one\ntwo\n' });
  return rig;
}

const answering = (codex: 'fake' | 'real', text: string) =>
  codex === 'fake' ? fakePrompt({ do: 'finish', text }) : stubPrompt({ do: 'final', text });

test.each(['fake', 'real'] as const)(
  'the verdict comes first, and of the findings the worst (%s codex)',
  async (codex) => {
    const rig = await dirtyRig({ codex });

    const { code, stdout } = await rig.run(['adversarial-review', answering(codex, JSON.stringify(VERDICT))]);

    expect(code).toBe(0);
    expect(stdout).toBe(`# Codex Adversarial Review

Target: working tree diff
Verdict: needs-attention

Not yet.

Findings:
- [critical] Big (a.txt:4-6)
  It breaks when it is empty.
  Recommendation: Look first.
- [low] Small (a.txt:4-6)
  It breaks when it is empty.
  Recommendation: Look first.

Next steps:
- Add a test.
`);
  },
);

test('with --json the verdict is data, with where it was found', async () => {
  const rig = await dirtyRig();

  const payload = await rig.json(['adversarial-review', answering('fake', JSON.stringify(VERDICT))]);

  expect(payload).toMatchObject({
    review: 'Adversarial Review',
    target: { mode: 'working-tree', explicit: false },
    context: { repoRoot: rig.workspace, branch: 'main', summary: expect.stringMatching(/1 unstaged/u) },
    codex: { status: 0, stdout: JSON.stringify(VERDICT) },
    result: VERDICT,
    parseError: null,
  });
});

test.each([
  ['not valid json', 'Codex did not return valid structured JSON.', /- Parse error: /u],
  [
    '{"verdict":"approve","summary":"Fine."}',
    'Codex returned JSON with an unexpected review shape.',
    /- Validation error: Missing array `findings`\./u,
  ],
])('an answer that is no verdict is shown as it is, with what is wrong with it: %s', async (text, said, why) => {
  const rig = await dirtyRig();

  const { code, stdout } = await rig.run(['adversarial-review', answering('fake', text)]);

  expect(code).toBe(0);
  expect(stdout).toContain(said);
  expect(stdout).toMatch(why);
  expect(stdout).toContain(`Raw final message:\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  expect(stdout).not.toContain('Verdict:');
});

test('a small change travels in the prompt, a large one as a summary, and the focus as data', async () => {
  const rig = await dirtyRig();

  await rig.run(['adversarial-review', 'look at "quotes" & `ticks`']);
  writeFiles(rig.workspace, { 'b.txt': 'three\n', 'c.txt': 'four\n', 'd.txt': 'five\n' });
  await rig.run(['adversarial-review']);

  const [small = '', large = ''] = promptsAtCodex(rig);
  expect(small).toContain('+two');
  expect(small).toContain('look at "quotes" & `ticks`');
  expect(large).not.toContain('+two');
  expect(large).toContain('lightweight summary');
  expect(large).toContain('d.txt');
  expect(threadStarts(rig)).toEqual(Array(2).fill(expect.objectContaining({ sandbox: 'read-only' })));
});

test('detached it is a job whose result is the verdict', async () => {
  const rig = await dirtyRig();

  const args = ['adversarial-review', '--background', answering('fake', JSON.stringify(VERDICT))];
  const { jobId } = await rig.json<{ jobId: string }>(args);
  await rig.run(['wait', jobId]);

  const { stdout } = await rig.run(['result', jobId]);
  expect(stdout).toMatch(/^# Codex Adversarial Review\n[\s\S]+\nVerdict: needs-attention\n/u);
  expect(stdout).toMatch(/\nCodex session ID: \S+\nResume in Codex: codex resume \S+\n$/u);
});

test('the focus may come on standard input, as it is', async () => {
  const rig = await dirtyRig();
  const focus = `it's "$(id)" \`id\`\n\n--base nothing`;

  expect(await rig.run(['adversarial-review', '--prompt-file', '-'], { input: focus })).toMatchObject({ code: 0 });

  expect(promptsAtCodex(rig)).toEqual([expect.stringContaining(focus)]);
});

test('where nothing differs it says so, with what is left out, and there is no job', async () => {
  const rig = await dirtyRig();

  const { code, stdout, stderr } = await rig.run(['adversarial-review', '--base', 'HEAD', 'look']);

  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: '[codex] Uncommitted changes are no part of this review (1 file)\n',
  });
  expect(stdout).toMatch(
    /^# Codex Adversarial Review\n\n.*\n\nNothing to review: the branch diff against HEAD is empty\.\n$/u,
  );
  expectNothingStarted(rig);
});
