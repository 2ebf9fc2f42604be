import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fakePrompt } from '../../support/fake-codex/script.ts';
import { background, inTurn } from '../records.ts';
import { jsonRun } from './json-run.ts';
import { ReviewSchema, resultSchema, TaskSchema } from './payload-schemas.ts';
import { sharedRig } from './shared-rig.ts';

describe('the result', () => {
  const rig = sharedRig();

  test('of a task is its final message and how to go on, and the record has both forms of it', async () => {
    const id = await background(rig(), 'look', ['--write']);
    await rig().run(['wait', id]);

    const { job, storedJob } = await jsonRun(rig(), ['result', id], resultSchema(TaskSchema));
    const { stdout } = await rig().run(['result', id]);

    expect(stdout.split('\n')).toEqual([
      'fake answer',
      '',
      `Codex session ID: ${job.threadId}`,
      `Resume in Codex: codex resume ${job.threadId}`,
      '',
    ]);
    expect(storedJob).toMatchObject({
      ...{ id, kindLabel: 'rescue', jobClass: 'task', summary: 'look', write: true, errorMessage: null },
      ...{ rendered: 'fake answer\n', result: { status: 0, rawOutput: 'fake answer' } },
    });
    expect(job).toMatchObject({ id, summary: 'fake answer' });
  });

  test('of a review is what the reviewer said, without a heading', async () => {
    await rig().run(['review']);

    const { storedJob } = await jsonRun(rig(), ['result'], resultSchema(ReviewSchema));
    const { stdout } = await rig().run(['result']);

    expect(stdout.startsWith(`${storedJob.result.codex.stdout}\n\nCodex session ID: `)).toBe(true);
    expect(storedJob.rendered).toMatch(/^# Codex Review\n\nTarget: working tree diff\n\n/u);
  });

  test.each([
    ['failed', fakePrompt({ do: 'say', text: 'half way' }, { do: 'fail', message: 'no more' }), 'no more'],
    ['was cancelled', fakePrompt({ do: 'say', text: 'half way' }, { do: 'hang' }), 'Cancelled by user.'],
  ])('of a job that %s is what it had got to; asking for it is no failure', async (how, prompt, why) => {
    const id = await background(rig(), prompt);
    if (how === 'was cancelled') {
      await inTurn(rig(), id, ({ work }) => work.lastMessage !== null);
      await rig().run(['cancel', id]);
    }
    await rig().run(['wait', id]);

    const { storedJob } = await jsonRun(rig(), ['result', id], resultSchema(TaskSchema));
    const { code, stdout } = await rig().run(['result', id]);

    expect(code).toBe(0);
    expect(stdout).toContain(`${id} ${how}`);
    expect(stdout).toContain('half way');
    expect(stdout).toMatch(/\nResume in Codex: codex resume \S+\n$/u);
    expect(storedJob).toMatchObject({ errorMessage: why, result: { status: 1, rawOutput: 'half way' } });
  });

  test('beside it lies the log, a line or a block for each thing that happened', async () => {
    const prompt = fakePrompt(
      { do: 'reason', summary: ['Thought of it'] },
      { do: 'command', command: 'false', exitCode: 1 },
      { do: 'finish', text: 'All\ndone' },
    );
    const id = await background(rig(), prompt);
    await rig().run(['wait', id]);

    const { job } = await jsonRun(rig(), ['result', id], resultSchema(TaskSchema));
    const log = readFileSync(job.logFile, 'utf8').replaceAll(/^\[\d{4}-\S+Z\] /gmu, '> ');

    const said = [
      '> Starting Codex Task.\n',
      `> Thread ready (${job.threadId}).\n`,
      `> Turn started (${job.turnId}).\n`,
      '> Reasoning summary\nThought of it\n',
      '> Running command: false\n',
      '> Command failed: false (exit 1)\n',
      '> Assistant message\nAll\ndone\n',
      '> Final output\nAll\ndone\n',
    ];
    const found = said.filter((text) => log.includes(text));
    expect(found).toEqual(said);
    expect(found.toSorted((a, b) => log.indexOf(a) - log.indexOf(b))).toEqual(said);
  });
});
