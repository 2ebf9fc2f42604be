import { describe, expect, test } from 'vitest';
import { RUN_TAG_VARIABLE } from '../../src/status/broker-label.ts';
import { sweepRun, sweepThreads, taggedProcesses } from '../../src/status/tagged-processes.ts';
import { eventually } from '../support/eventually.ts';
import { spawnCaptured } from '../support/process.ts';
import { isRunning } from '../support/processes.ts';

test('processes with a tag are found, with the state root that was handed on to them', async () => {
  const told = spawnCaptured('sleep', ['300'], {
    env: { [RUN_TAG_VARIABLE]: 'tag-told', CODEX_COMPANION_STATE_DIR: '/häuser/state', CODEX_THREAD_ID: 't1' },
    input: '',
  });
  const untold = spawnCaptured('sleep', ['300'], { env: { [RUN_TAG_VARIABLE]: 'tag-untold' }, input: '' });
  const stranger = spawnCaptured('sleep', ['300'], { env: { OTHER: `${RUN_TAG_VARIABLE}=tag` }, input: '' });

  const ours = () => (taggedProcesses() ?? []).filter(({ tag }) => tag.startsWith('tag-'));
  // A child has the environment of its parent until its own program is loaded.
  await eventually(() => ours().length === 2 && ours().every(({ program }) => program === 'sleep'), {
    withinMs: 5_000,
    what: 'the two processes',
  });

  expect(ours().sort((a, b) => a.tag.localeCompare(b.tag))).toEqual([
    {
      identity: expect.objectContaining({ pid: told.pid }),
      tag: 'tag-told',
      program: 'sleep',
      stateRoot: '/häuser/state',
      threadId: 't1',
    },
    {
      identity: expect.objectContaining({ pid: untold.pid }),
      tag: 'tag-untold',
      program: 'sleep',
      stateRoot: null,
      threadId: null,
    },
  ]);
  expect((taggedProcesses() ?? []).map(({ identity }) => identity.pid)).not.toContain(stranger.pid);
});

describe.runIf(process.platform === 'linux')('the sweep of a run', () => {
  test('ends a whole tree, sessions of their own included, and nothing else', async () => {
    const runTag = `sweep-${process.pid}-${Date.now()}`;
    const env = { PATH: process.env['PATH'], [RUN_TAG_VARIABLE]: runTag };
    const tree = "setsid sh -c 'echo up; sleep 60 & sleep 60' & setsid setsid sleep 60 & wait";
    const root = spawnCaptured('sh', ['-c', tree], { env });
    const bystander = spawnCaptured('sleep', ['60'], { env: { ...env, [RUN_TAG_VARIABLE]: `${runTag}0` } });
    const ofRun = () => (taggedProcesses() ?? []).filter(({ tag }) => tag === runTag);
    await root.waitForLine(/up/u, 5_000);
    await eventually(() => ofRun().length === 5, { withinMs: 5_000, what: 'tree of five' });
    expect(await sweepRun(runTag)).toBe(5);
    expect(ofRun()).toEqual([]);
    expect(isRunning(bystander.pid)).toBe(true);
  });

  test('or of the commands of some threads of it ends no others', async () => {
    const runTag = `threads-${process.pid}-${Date.now()}`;
    const command = (thread: Record<string, string>) =>
      spawnCaptured('sleep', ['60'], { env: { PATH: process.env['PATH'], [RUN_TAG_VARIABLE]: runTag, ...thread } });
    const own = command({ CODEX_THREAD_ID: 't1' });
    const others = [command({ CODEX_THREAD_ID: 't2' }), command({})];
    const ofRun = () => (taggedProcesses() ?? []).filter(({ tag, program }) => tag === runTag && program === 'sleep');
    await eventually(() => ofRun().length === 3, { withinMs: 5_000, what: 'the three commands' });
    expect(await sweepThreads(runTag, ['t0', 't1'])).toBe(1);
    expect(isRunning(own.pid)).toBe(false);
    expect(others.map(({ pid }) => isRunning(pid))).toEqual([true, true]);
  });

  test('with nothing to find ends nothing', async () => {
    expect(await sweepRun('nobody-has-this')).toBe(0);
  });
});
