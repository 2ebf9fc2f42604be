import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { received } from '../support/fake-codex/journal.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { stubPrompt } from '../support/model-stub/steps.ts';
import { type Rig, startRig } from '../support/rig.ts';
import { background, recordOf, statusOf } from './records.ts';

const Start = v.object({ params: v.looseObject({ approvalPolicy: v.string() }) });
const settings = (rig: Rig) => received(rig.journal, 'thread/start').map((message) => v.parse(Start, message).params);

test('the sandbox is what was asked for, with what widens it', async () => {
  const rig = await startRig();
  mkdirSync(path.join(rig.workspace, 'beside'));

  await rig.run(['task', '--sandbox', 'danger-full-access', 'one']);
  await rig.run(['task', '--sandbox', 'inherit', 'two']);
  await rig.run(['task', '--write', '--network', '--add-dir', 'beside', '--add-dir', rig.stateDir, 'three']);

  const [full, inherited, wide] = settings(rig);
  expect(full).toMatchObject({ sandbox: 'danger-full-access', approvalPolicy: 'never' });
  expect(inherited).not.toHaveProperty('sandbox');
  expect(wide).toMatchObject({
    sandbox: 'workspace-write',
    config: {
      'sandbox_workspace_write.network_access': true,
      'sandbox_workspace_write.writable_roots': [path.join(rig.workspace, 'beside'), rig.stateDir],
    },
  });
});

test('the real codex uses the sandbox that was asked for, and says so in the record', async () => {
  const rig = await startRig({ codex: 'real' });
  const beside = path.join(rig.home, 'beside');
  mkdirSync(beside);
  const write = stubPrompt({ do: 'exec', cmd: `echo written > ${beside}/file` }, { do: 'final', text: 'done' });

  const refused = await rig.json<{ jobId: string }>(['task', '--write', write]);
  expect(() => readFileSync(path.join(beside, 'file'))).toThrow('ENOENT');
  const allowed = await rig.json<{ jobId: string }>(['task', '--write', '--add-dir', beside, write]);
  expect(readFileSync(path.join(beside, 'file'), 'utf8')).toBe('written\n');

  for (const { jobId } of [refused, allowed]) {
    expect(recordOf(rig, jobId)?.resolved).toMatchObject({ sandbox: 'workspace-write', approvalPolicy: 'never' });
  }
});

test.each([
  [['--write', '--sandbox', 'read-only'], /Choose --write or --sandbox read-only/u],
  [['--network'], /--network and --add-dir widen a sandbox that may write/u],
  [['--write', '--add-dir', 'nowhere'], /Cannot add ".*nowhere": it is not a directory/u],
  [['--sandbox', 'none'], /Choose one of read-only, workspace-write, danger-full-access, inherit/u],
  [['--on-approval', 'perhaps'], /Choose one of decline, accept, ask/u],
  [['--on-approval', 'ask'], /needs a terminal/u],
])('%j is a usage error, and nothing starts', async (options, why) => {
  const rig = await startRig();

  const { code, stderr } = await rig.run(['task', ...options, 'work']);

  expect(code).toBe(2);
  expect(stderr).toMatch(why);
  expect(rig.processes()).toEqual([]);
});

test('--on-approval accept lets Codex do what it asks for, and the log says so', async () => {
  const rig = await startRig();

  const { code, stdout, stderr } = await rig.run([
    'task',
    '--write',
    '--on-approval',
    'accept',
    fakePrompt({ do: 'approval', command: 'make install' }),
  ]);

  expect(code).toBe(0);
  expect(stdout).toContain('accept');
  expect(stderr).toContain('Approved a command: make install');
  expect(settings(rig)).toEqual([expect.objectContaining({ approvalPolicy: 'on-request' })]);
});

test('a command that the real codex asks for is declined, or run when approvals are accepted', async () => {
  const rig = await startRig({ codex: 'real' });
  const file = path.join(rig.home, 'escalated');
  const args = { cmd: `touch ${file}`, sandbox_permissions: 'require_escalated', justification: 'the test wants it' };
  const prompt = stubPrompt({ do: 'exec', cmd: args.cmd, args }, { do: 'final', text: 'done' });

  await rig.run(['task', prompt]);
  expect(() => readFileSync(file)).toThrow('ENOENT');
  const { code, stderr } = await rig.run(['task', '--on-approval', 'accept', prompt]);

  expect(code).toBe(0);
  expect(stderr).toContain('Approved a command: touch');
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('status tells by which rule a job is allowed things', async () => {
  const rig = await startRig();

  const id = await background(rig, 'FAKE:hang', ['--on-approval', 'accept', '--write']);

  expect(await statusOf(rig, id)).toMatchObject({ write: true, sandbox: 'workspace-write', onApproval: 'accept' });
});
