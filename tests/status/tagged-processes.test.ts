import { expect, test } from 'vitest';
import { RUN_TAG_VARIABLE } from '../../src/status/broker-label.ts';
import { taggedProcesses } from '../../src/status/tagged-processes.ts';
import { eventually } from '../support/eventually.ts';
import { spawnCaptured } from '../support/process.ts';

test('processes with a tag are found, with the state root that was handed on to them', async () => {
  const told = spawnCaptured('sleep', ['300'], {
    env: { [RUN_TAG_VARIABLE]: 'tag-told', CODEX_COMPANION_STATE_DIR: '/häuser/state' },
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
    },
    { identity: expect.objectContaining({ pid: untold.pid }), tag: 'tag-untold', program: 'sleep', stateRoot: null },
  ]);
  expect((taggedProcesses() ?? []).map(({ identity }) => identity.pid)).not.toContain(stranger.pid);
});
