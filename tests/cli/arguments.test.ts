import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { prepareArguments } from '../../src/cli/arguments.ts';

const program = new Command();
program
  .command('task')
  .option('--write')
  .option('--resume <job>')
  .option('--resume-last')
  .option('-m, --model <model>')
  .option('--timeout <duration>');
program.command('adversarial-review').option('--base <ref>');
program.command('broker').command('start');
program.command('review').option('--base <ref>').option('--json');

const prepared = (...args: string[]) => prepareArguments(program, args);

test('nothing at all asks for help', () => {
  expect(prepared()).toEqual(['--help']);
});

describe('everything that was typed, handed over as one argument', () => {
  test.each([
    ['--base main', ['--base', 'main']],
    ['  --scope working-tree   focus on auth ', ['--scope', 'working-tree', 'focus', 'on', 'auth']],
    ['--base "a b" it\'s\\ one', ['--base', 'a b', 'its one']],
    [`'it is "quoted"' "it's"`, ['it is "quoted"', "it's"]],
    ['an "open quote', ['an', 'open quote']],
    ['a "" b', ['a', 'b']],
    ['', []],
    ['   ', []],
  ])('is taken apart as words: %j', (text, words) => {
    expect(prepared('review', text)).toEqual(['review', ...words]);
  });

  test.each([
    ['fix  the "bug" \\n today', ['fix  the "bug" \\n today']],
    ['--write --model gpt-x  fix "it"\nnow', ['--write', '--model', 'gpt-x', 'fix "it"\nnow']],
    ['--timeout=45m fix --write', ['--timeout=45m', 'fix --write']],
    ['--write - a list\n- of things', ['--write', '--', '- a list\n- of things']],
    ['--resume follow up', ['--resume-last', 'follow up']],
    ['--resume task-0mk0000ab-abcdefgh follow up', ['--resume', 'task-0mk0000ab-abcdefgh', 'follow up']],
    ['--resume 01a20fcc-0728 follow up', ['--resume', '01a20fcc-0728', 'follow up']],
    ['-- --write is text', ['--', '--write is text']],
    ['--write', ['--write']],
  ])('leaves the prompt of a task as it is: %j', (text, words) => {
    expect(prepared('task', text)).toEqual(['task', ...words]);
  });
});

test('the focus of a review stays as it is, too', () => {
  const text = '--base main look at "it"\nand there';
  expect(prepared('adversarial-review', text)).toEqual([
    'adversarial-review',
    '--base',
    'main',
    'look at "it"\nand there',
  ]);
});

describe('arguments that a shell has separated', () => {
  test.each([[['task', '--write', 'a "b"  c']], [['review', '--base', 'main', 'a b']], [['review', 'word']]])(
    'stay as they are: %j',
    (args) => {
      expect(prepared(...args)).toEqual(args);
    },
  );

  test('a bare --resume is the latest job, and takes no word of the prompt', () => {
    expect(prepared('task', '--resume', 'follow', 'up')).toEqual(['task', '--resume-last', 'follow', 'up']);
    expect(prepared('task', '--write', '--resume')).toEqual(['task', '--write', '--resume-last']);
    expect(prepared('task', '--resume', '01a20fcc-0728-7f23-984a-5c872c696b90', 'go')).toEqual([
      'task',
      '--resume',
      '01a20fcc-0728-7f23-984a-5c872c696b90',
      'go',
    ]);
    expect(prepared('task', '--', '--resume')).toEqual(['task', '--', '--resume']);
  });
});

describe('of a command that there is not, the name is left', () => {
  test.each([
    [['unknown', '--help'], ['unknown']],
    [['unknown', 'a b'], ['unknown']],
    [['help', 'unknown'], ['unknown']],
    [
      ['broker', 'unknown', '--help'],
      ['broker', 'unknown'],
    ],
    [
      ['help', 'broker', 'unknown'],
      ['broker', 'unknown'],
    ],
  ])('%j', (args, left) => {
    expect(prepared(...args)).toEqual(left);
  });

  test.each([
    [['--help']],
    [['help']],
    [['help', 'task']],
    [['help', 'broker', 'start']],
    [['broker', 'help']],
    [['broker', '--help']],
    [['broker', 'start', '--help']],
    [['task', 'unknown', '--help']],
  ])('and of one that there is, everything: %j', (args) => {
    expect(prepared(...args)).toEqual(args);
  });

  test('also where all was typed as one argument', () => {
    expect(prepared('broker', 'start --json')).toEqual(['broker', 'start', '--json']);
    expect(prepared('broker', 'sart --json')).toEqual(['broker', 'sart']);
  });
});
