import { expect, test } from 'vitest';
import { MAX_UNREAD_CHARS, ProgressLines } from '../../src/cli/progress-lines.ts';

const LEFT_OUT = '[codex] Some lines are left out here (codex-companion logs task-1 has all of them)';

function progressTo(said: string[]) {
  let unread = 0;
  const progress = new ProgressLines('task-1', { say: (line) => said.push(line), unreadChars: () => unread });
  return {
    progress,
    setUnread: (chars: number) => {
      unread = chars;
    },
  };
}

test('progress is left out while nobody reads it, and that is told once, where it was', () => {
  const said: string[] = [];
  const { progress, setUnread } = progressTo(said);

  progress.say('one');
  setUnread(MAX_UNREAD_CHARS + 1);
  progress.say('two');
  progress.say('three');
  setUnread(0);
  progress.say('four');
  progress.end();

  expect(said).toEqual(['[codex] one', LEFT_OUT, '[codex] four']);
});

test('what was left out last is told at the end, however slow the terminal', () => {
  const said: string[] = [];
  const { progress, setUnread } = progressTo(said);

  setUnread(MAX_UNREAD_CHARS + 1);
  progress.say('one');
  progress.leaveOut();
  progress.end();

  expect(said).toEqual([LEFT_OUT]);
});
