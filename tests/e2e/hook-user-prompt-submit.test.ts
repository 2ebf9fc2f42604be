import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { MAX_TOLD_JOBS } from '../../src/cli/render/unread.ts';
import { fakePrompt } from '../support/fake-codex/script.ts';
import { type Finished, type Rig, startRig } from '../support/rig.ts';
import { deadJob, finishedClones, finishedFile } from './dead-jobs.ts';
import { hook, inSession } from './hooks.ts';
import { background, ended, failed, inTurn, jobOf, killBroker, stateOf } from './records.ts';
import { SCRIPTED, startScriptedRig } from './scripted.ts';

const SILENT = { code: 0, stdout: '', stderr: '' };

const OutputSchema = v.strictObject({
  hookSpecificOutput: v.strictObject({
    hookEventName: v.literal('UserPromptSubmit'),
    additionalContext: v.string(),
  }),
});

test('a finished background job of the session is told of at the next prompt, once', async () => {
  const rig = await startRig();
  const id = await finished(rig, 's', fakePrompt({ do: 'finish', text: 'It was the lock.\nIn detail: …' }));

  const text = told(await prompt(rig, 's'));

  expect(text).toMatch(new RegExp(`^- ${id} \\(Codex Task, "[^\\n]+"\\) completed \\d+(?:ms|s) ago\\.$`, 'mu'));
  expect(text).toContain('"It was the lock."');
  expect(text).toContain(`codex-companion result ${id}`);
  expect(await prompt(rig, 's')).toEqual(SILENT);
});

test('the real codex: a finished background job is told of', async () => {
  const rig = await startRig({ codex: 'real' });
  await finished(rig, 's', 'STUB:hello');
  expect(told(await prompt(rig, 's'))).toContain('"hello from stub"');
});

test('a job that failed is told of with its reason, and one that still runs not at all', async () => {
  const rig = await startRig();
  const id = await backgroundOf(rig, 's', fakePrompt({ do: 'fail', message: 'it broke' }));
  await failed(rig, id);
  const running = await backgroundOf(rig, 's', 'FAKE:hang');
  await inTurn(rig, running);

  const text = told(await prompt(rig, 's'));

  expect(text).toMatch(new RegExp(`^- ${id} .* failed \\(turn_failed\\) `, 'mu'));
  expect(text).toContain('"it broke"');
  expect(text).not.toContain(running);
});

test('another session, and a prompt without one, hear of nothing', async () => {
  const rig = await startRig();
  const id = await finished(rig, 's');

  expect(await prompt(rig, 'other')).toEqual(SILENT);
  expect(await hook(rig, 'user-prompt-submit', { cwd: rig.workspace })).toEqual(SILENT);
  expect(await hook(rig, 'user-prompt-submit', { session_id: 's', cwd: rig.otherWorkspace('elsewhere') })).toEqual(
    SILENT,
  );

  expect(told(await prompt(rig, 's'))).toContain(id);
});

test('of many prompts at once exactly one tells of each job', async () => {
  const rig = await startRig();
  const ids = [await finished(rig, 's'), await finished(rig, 's'), await finished(rig, 's')];

  const texts = (await Promise.all(Array.from({ length: 8 }, () => prompt(rig, 's'))))
    .filter(({ stdout }) => stdout !== '')
    .map(told);

  for (const id of ids) expect(texts.filter((text) => text.includes(`- ${id} `))).toHaveLength(1);
});

test.each([
  ['result', (id: string) => ['result', id]],
  ['result --json', (id: string) => ['result', '--json', id]],
  ['wait', (id: string) => ['wait', id]],
  ['status of the job', (id: string) => ['status', id]],
])('whoever has read a result with %s, in whatever session, is not told of it', async (_what, argsOf) => {
  const rig = await startRig();
  const read = await finished(rig, 's');
  const unread = await finished(rig, 's');

  expect(await rig.run(argsOf(read))).toMatchObject({ code: 0 });

  const text = told(await prompt(rig, 's'));
  expect(text).not.toContain(read);
  expect(text).toContain(unread);
});

test('looking at everything, or at a job before it has ended, is not reading it', async () => {
  const rig = await startRig();
  const id = await backgroundOf(rig, 's', 'FAKE:hang');
  await inTurn(rig, id);
  await rig.run(['status', id]);
  await rig.run(['wait', id, '--timeout-ms', '1']);
  await killBroker(rig);
  await rig.run(['status'], inSession('s'));

  expect(told(await prompt(rig, 's'))).toContain(`- ${id} `);
});

test('a foreground job is told of only when its client did not live to print it, and a cancelled one when nobody saw that', async () => {
  const { rig, nextTurn } = await startScriptedRig();
  await rig.run(['task', 'hello'], inSession('s'));
  const cancelled = await backgroundOf(rig, 's', 'FAKE:hang');
  await rig.run(['cancel', cancelled]);
  expect(await prompt(rig, 's')).toEqual(SILENT);

  const client = rig.start(['task', SCRIPTED], inSession('s'));
  const id = await jobOf(client);
  const turn = await nextTurn();
  client.kill('SIGKILL');
  await client.exited;
  turn.send({ do: 'finish' });
  await ended(rig, id);

  expect(told(await prompt(rig, 's'))).toContain(`- ${id} `);
});

test('many jobs are told of in turns, the oldest first, and none is lost', async () => {
  const rig = await startRig();
  const first = await finished(rig, 's');
  await finishedClones(rig, first, MAX_TOLD_JOBS + 1);

  const [one, two] = [told(await prompt(rig, 's')), told(await prompt(rig, 's'))];

  expect(idsIn(one)).toHaveLength(MAX_TOLD_JOBS);
  expect(idsIn(one)[0]).toBe(first);
  expect(one).toContain('2 more have ended');
  expect(idsIn(two)).toHaveLength(2);
  expect(new Set([...idsIn(one), ...idsIn(two)]).size).toBe(MAX_TOLD_JOBS + 2);
  expect(await prompt(rig, 's')).toEqual(SILENT);
});

test('what a dead broker left is settled and told of, and no broker is started for it', async () => {
  const rig = await startRig({ env: { CODEX_COMPANION_SESSION_ID: 's' } });
  const id = await deadJob(rig);

  const text = told(await prompt(rig, 's'));

  expect(text).toMatch(new RegExp(`^- ${id} .* failed \\(broker_lost\\) `, 'mu'));
  expect(rig.processes()).toEqual([]);
});

test('the marks of jobs that are no more go with them', async () => {
  const rig = await startRig();
  const [gone, kept] = [await finished(rig, 's'), await finished(rig, 's')];
  await prompt(rig, 's');
  rmSync(finishedFile(rig, gone));

  await prompt(rig, 's');

  expect(readdirSync(path.join(stateOf(rig), 'seen'))).toEqual([kept]);
});

test('a workspace without jobs keeps no trace of a prompt', async () => {
  const rig = await startRig();
  expect(await prompt(rig, 's')).toEqual(SILENT);
  expect(() => readdirSync(rig.stateDir)).toThrow('ENOENT');
});

function prompt(rig: Rig, session: string): Promise<Finished> {
  return hook(rig, 'user-prompt-submit', { session_id: session, cwd: rig.workspace, prompt: 'go on' });
}

/** The context that the hook adds. */
function told({ code, stdout, stderr }: Finished): string {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return v.parse(OutputSchema, JSON.parse(stdout)).hookSpecificOutput.additionalContext;
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/^- (task-\S+) /gmu)].flatMap(([, id]) => id ?? []);
}

function backgroundOf(rig: Rig, session: string, words: string): Promise<string> {
  return background(rig, words, [], inSession(session));
}

async function finished(rig: Rig, session: string, words = 'hello'): Promise<string> {
  const id = await backgroundOf(rig, session, words);
  await ended(rig, id);
  return id;
}
