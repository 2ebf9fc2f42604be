import { expect, test } from 'vitest';
import { abilityOf } from '../../src/terminal/ability.ts';

const TERMINAL = { isTTY: true };

test.each([
  ['a terminal', TERMINAL, { TERM: 'xterm-256color' }, { redraw: true, color: true }],
  ['no terminal', {}, { TERM: 'xterm-256color' }, { redraw: false, color: false }],
  ['a dumb one', TERMINAL, { TERM: 'dumb' }, { redraw: false, color: false }],
  ['one in a build', TERMINAL, { TERM: 'xterm', CI: 'true' }, { redraw: false, color: false }],
  ['one that is said to be in no build', TERMINAL, { TERM: 'xterm', CI: 'false' }, { redraw: true, color: true }],
  ['one without colours', TERMINAL, { TERM: 'xterm', NO_COLOR: '1' }, { redraw: true, color: false }],
  [
    'one with an empty NO_COLOR, which says nothing',
    TERMINAL,
    { TERM: 'xterm', NO_COLOR: '' },
    { redraw: true, color: true },
  ],
])('%s', (_what, stream, environment, ability) => {
  expect(abilityOf(stream, environment)).toEqual(ability);
});

test.runIf(process.platform !== 'win32')('a terminal without a name obeys nothing that we know of', () => {
  expect(abilityOf(TERMINAL, {})).toEqual({ redraw: false, color: false });
});
