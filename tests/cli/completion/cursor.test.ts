import { expect, test } from 'vitest';
import { ALL_COMMANDS } from '../../../src/cli/all-commands.ts';
import { type Cursor, cursorAt } from '../../../src/cli/completion/cursor.ts';
import { buildProgram } from '../../../src/cli/program.ts';

const program = await buildProgram(ALL_COMMANDS);

/** A cursor in a line of its own: the command, what the word is a part of, and what there is of it. */
function told({ command, place }: Cursor): string {
  const { typed } = place;
  if (place.id === 'option') return `${command.name()} option ${typed}`;
  if (place.id === 'value') return `${command.name()} value of ${place.option.long} ${place.before}|${typed}`;
  return `${command.name()} operand ${place.argument?.name() ?? 'none'} ${typed}`;
}

test.each([
  [[], 'codex-companion operand none '],
  [[''], 'codex-companion operand none '],
  [['ta'], 'codex-companion operand none ta'],
  [['--ver'], 'codex-companion option --ver'],
  [['status', ''], 'status operand job '],
  [['status', 'task-', ''], 'status operand none '],
  [['wait', 'task-1', 'task-2', ''], 'wait operand job '],
  [['status', '--all', 'ta'], 'status operand job ta'],
  [['status', '--al'], 'status option --al'],
  [['status', '-'], 'status operand job -'],
  [['task', '--sandbox', ''], 'task value of --sandbox |'],
  [['task', '--sandbox=wo'], 'task value of --sandbox --sandbox=|wo'],
  [['task', '--sandbox=read-only', ''], 'task operand prompt '],
  [['task', '-m', 'gpt', '--effort', 'h'], 'task value of --effort |h'],
  [['task', '--unknown=', ''], 'task operand prompt '],
  [['task', '--unknown=x'], 'task option --unknown=x'],
  [['task', '--', '--sandbox'], 'task operand prompt --sandbox'],
  [['logs', '-n', '5', 'x'], 'logs operand job x'],
  [['broker', 'st'], 'broker operand none st'],
  [['broker', 'stop', '--f'], 'stop option --f'],
  [['no-such-command', ''], 'codex-companion operand none '],
])('%j is at: %s', (words, expected) => {
  expect(told(cursorAt(program, words))).toBe(expected);
});

test.each([
  [['status', '-C', '/a', ''], '/a'],
  [['status', '--cwd=/b', ''], '/b'],
  [['-C', '/a', 'status', ''], undefined],
  [['status', '-C', '/a'], undefined],
])('%j is about the directory %s', (words, cwd) => {
  expect(cursorAt(program, words).cwd).toBe(cwd);
});
