import { mkdirSync } from 'node:fs';
import { makeRepository } from '../../tests/support/git.ts';
import type { KnownPrompts } from '../../tests/support/model-stub/plan.ts';

/** What is asked for on the picture. */
export const CHECK = 'Run the whole check, and sum it up';
export const QUESTION = 'Why does the date test fail?';

/** What the model behind the real Codex does about it, and says. What it runs is run. */
export const ANSWERS: KnownPrompts = new Map([
  [CHECK, { steps: [{ do: 'exec', cmd: 'npm run check', say: 'This takes a while.' }] }],
  [
    QUESTION,
    {
      steps: [
        { do: 'exec', cmd: 'node --test', say: 'I will see what it says.' },
        { do: 'final', text: 'src/date.js:2 takes 2000 for a common year: what 400 divides has to count.' },
      ],
    },
  ],
]);

const FILES = {
  // Longer than the session: it is killed, and at the end cancelled.
  'package.json': JSON.stringify({ name: 'shop', type: 'module', scripts: { check: 'sleep 600' } }),
  'src/date.js': [
    'export const daysInFebruary = (year) => (isLeap(year) ? 29 : 28);',
    'const isLeap = (year) => year % 4 === 0 && year % 100 !== 0;',
  ].join('\n'),
  'test/date.test.js': [
    "import assert from 'node:assert';",
    "import test from 'node:test';",
    "import { daysInFebruary } from '../src/date.js';",
    "test('February 2000 had 29 days', () => assert.equal(daysInFebruary(2000), 29));",
  ].join('\n'),
};

/** The repository that the session is about. */
export function makeProject(directory: string): void {
  mkdirSync(directory, { recursive: true });
  makeRepository(directory, FILES);
}
