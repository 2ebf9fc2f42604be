import { expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { makeRepository, writeFiles } from '../../support/git.ts';
import { startRig } from '../../support/rig.ts';
import { enableGate, hook } from '../hooks.ts';

const APPROVAL = { verdict: 'approve', summary: 'all is well', findings: [], next_steps: [] };

const ENDINGS = [
  ['fails', { do: 'fail', message: 'no more' }],
  ['is interrupted', { do: 'interruptedByItself' }],
  ['loses its app-server', { do: 'crash' }],
] as const;

test.each(ENDINGS)('row 54: a review that had approved, and then %s, has no verdict', async (_how, ending) => {
  const rig = await startRig();
  makeRepository(rig.workspace);
  writeFiles(rig.workspace, { 'new.txt': 'something new\n' });
  const focus = fakePrompt({ do: 'say', text: JSON.stringify(APPROVAL), phase: 'final_answer' }, ending);

  const text = await rig.run(['adversarial-review', focus]);
  const { code, stdout } = await rig.run(['adversarial-review', '--json', focus]);

  expect({ code, text: text.code }).toEqual({ code: 1, text: 1 });
  expect(text.stdout).toContain('there is no verdict');
  expect(text.stdout).not.toMatch(/Verdict: approve/u);
  expect(JSON.parse(stdout)).toMatchObject({ result: null, codex: { status: 1 }, reason: expect.any(String) });
});

test.each(ENDINGS)('row 54: a gate that had allowed, and whose turn then %s, has not', async (_how, ending) => {
  const rig = await startRig();
  enableGate(rig);
  const last = fakePrompt({ do: 'say', text: 'ALLOW: all is well', phase: 'final_answer' }, ending);

  const { code, stdout } = await hook(rig, 'stop', { session_id: 's', last_assistant_message: last });

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ decision: 'block', reason: expect.stringContaining('could not review') });
});
