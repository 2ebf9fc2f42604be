import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { type Rig, startRig } from '../../support/rig.ts';
import { enableGate, hook } from '../hooks.ts';

const APPROVAL = { verdict: 'approve', summary: 'all is well', findings: [], next_steps: [] };

const ENDINGS = [
  ['fails', { do: 'fail', message: 'no more' }],
  ['is interrupted', { do: 'interruptedByItself' }],
  ['loses its app-server', { do: 'crash' }],
] as const;

test.each(ENDINGS)('row 54: a review that had approved, and then %s, has no verdict', async (_how, ending) => {
  const rig = await startRig();
  makeChange(rig);
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

/** A repository with one file that has changed. */
function makeChange(rig: Rig): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: rig.workspace, stdio: 'ignore' });
  git('init', '-b', 'main');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--allow-empty', '-m', 'begin');
  writeFileSync(path.join(rig.workspace, 'new.txt'), 'something new\n');
}
