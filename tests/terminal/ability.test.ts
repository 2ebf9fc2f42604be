import { expect, test } from 'vitest';
import { abilityOf } from '../../src/terminal/ability.ts';

const TERMINAL = { isTTY: true };

test.each([
  ['a terminal', TERMINAL, { TERM: 'xterm-256color' }, { redraw: true, color: true, glyphs: true }],
  ['no terminal', {}, { TERM: 'xterm-256color' }, { redraw: false, color: false, glyphs: false }],
  ['a dumb one', TERMINAL, { TERM: 'dumb' }, { redraw: false, color: false, glyphs: false }],
  ['one in a build', TERMINAL, { TERM: 'xterm', CI: 'true' }, { redraw: false, color: false, glyphs: false }],
  [
    'one that is said to be in no build',
    TERMINAL,
    { TERM: 'xterm', CI: 'false' },
    { redraw: true, color: true, glyphs: true },
  ],
  ['the console of a machine', TERMINAL, { TERM: 'linux' }, { redraw: true, color: true, glyphs: false }],
  ['one without colours', TERMINAL, { TERM: 'xterm', NO_COLOR: '1' }, { redraw: true, color: false, glyphs: true }],
  [
    'one with an empty NO_COLOR, which says nothing',
    TERMINAL,
    { TERM: 'xterm', NO_COLOR: '' },
    { redraw: true, color: true, glyphs: true },
  ],
])('%s', (_what, stream, environment, ability) => {
  expect(abilityOf(stream, environment)).toEqual(ability);
});

test.each([
  ['linux', false],
  ['darwin', false],
  ['win32', true],
] as const)('on %s a terminal without a name can be drawn on: %s', (platform, able) => {
  const ability = { redraw: able, color: able, glyphs: able };
  expect(abilityOf(TERMINAL, {}, platform)).toEqual(ability);
  expect(abilityOf(TERMINAL, { TERM: '' }, platform)).toEqual(ability);
});
