import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { ALL_COMMANDS } from '../../../src/cli/all-commands.ts';
import { cursorAt } from '../../../src/cli/completion/cursor.ts';
import { nameOfValue, SOURCES, suggestionsAt } from '../../../src/cli/completion/suggestions.ts';
import { buildProgram } from '../../../src/cli/program.ts';
import { ROWS } from '../../../src/config/rows.ts';

const program = await buildProgram(ALL_COMMANDS);

/** Values that only a person knows. */
const FREE = new Set([
  ...['prompt', 'focus', 'text', 'key', 'model', 'ref', 'words', 'session', 'event', 'prefix', 'seq'],
  ...['n', 'ms', 'duration', 'age', 'when'],
]);

async function suggested(...words: string[]) {
  const { words: found, also } = await suggestionsAt(cursorAt(program, words));
  return { words: found.map(({ word }) => word), also };
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

test('every visible command is suggested, and none that is hidden', async () => {
  const { words } = await suggested('');
  expect(words).toEqual(expect.arrayContaining(['task', 'config', 'completion', 'broker', 'help']));
  expect(words).not.toContain('__complete');
  expect(words).not.toContain('session');
  expect(await suggested('broker', 're')).toEqual({ words: ['restart'], also: 'nothing' });
});

test('options are suggested by their beginning, with what they mean', async () => {
  expect((await suggested('task', '--re')).words).toEqual(['--retries', '--resume-last', '--resume']);
  const { words } = await suggestionsAt(cursorAt(program, ['status', '--ev']));
  expect(words).toEqual([{ word: '--everywhere', about: 'jobs of every workspace and session, those that run first' }]);
});

test.each([
  [
    ['task', '--on-approval', ''],
    ['decline', 'accept', 'ask'],
  ],
  [['task', '--sandbox=w'], ['--sandbox=workspace-write']],
  [['config', 'job_'], ['job_timeout']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['task', '--timeout', ''], []],
  [['task', 'some', 'words'], []],
])('%j is completed by %j', async (words, expected) => {
  expect(await suggested(...words)).toEqual({ words: expected, also: 'nothing' });
});

test.each([
  [['task', '--prompt-file', 'src/'], 'files'],
  [['transfer', '--source='], 'files'],
  [['status', '-C', ''], 'directories'],
])('%j is completed by %s, which the shell knows', async (words, also) => {
  expect(await suggested(...words)).toEqual({ words: [], also });
});

test('all settings are suggested', async () => {
  expect((await suggested('config', '')).words).toEqual(ROWS.map(({ key }) => key));
});

test('of every value that a command takes it is known where it comes from, or that only a person knows', () => {
  for (const command of everyCommand(program)) {
    const named = [
      ...command.registeredArguments.map((argument) => ({ name: argument.name(), choices: argument.argChoices })),
      ...command.options
        .filter(({ required, optional }) => required || optional)
        .map(({ flags, argChoices }) => ({ name: nameOfValue(flags), choices: argChoices })),
    ];
    for (const { name, choices } of named) {
      const known = choices !== undefined || SOURCES.has(name) || FREE.has(name);
      expect({ command: command.name(), name, known }).toEqual({ command: command.name(), name, known: true });
    }
  }
});
