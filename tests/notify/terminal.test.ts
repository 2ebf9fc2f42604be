import { expect, test } from 'vitest';
import { desktopCommand } from '../../src/notify/channels/desktop.ts';
import { terminalNotice } from '../../src/notify/channels/terminal.ts';

const NOTICE = { title: 'Codex Task', body: 'completed after 1m (task-1)' };
const NINE = '\u001b]9;Codex Task: completed after 1m (task-1)\u0007';
const LONG = '\u001b]777;notify;Codex Task;completed after 1m (task-1)\u0007';

test.each<[string, Record<string, string>, string | null]>([
  ['iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM: 'xterm-256color' }, NINE],
  ['iTerm2 at the other end of SSH', { LC_TERMINAL: 'iTerm2', TERM: 'xterm-256color' }, NINE],
  ['kitty', { TERM: 'xterm-kitty' }, NINE],
  ['Warp', { TERM_PROGRAM: 'WarpTerminal' }, NINE],
  ['WezTerm', { TERM_PROGRAM: 'WezTerm' }, LONG],
  ['Ghostty', { TERM: 'xterm-ghostty' }, LONG],
  ['foot', { TERM: 'foot' }, LONG],
  ['foot, by another name', { TERM: 'foot-extra' }, LONG],
  ['urxvt', { TERM: 'rxvt-unicode-256color' }, LONG],
  ['xterm', { TERM: 'xterm-256color' }, null],
  ['Terminal.app', { TERM_PROGRAM: 'Apple_Terminal' }, null],
  ['the one of an editor', { TERM_PROGRAM: 'vscode' }, null],
  ['something that only ends like one we know', { TERM: 'not-foot', TERM_PROGRAM: 'XWezTerm' }, null],
  ['nothing that says its name', {}, null],
])('%s', (_what, environment, sequence) => {
  expect(terminalNotice(NOTICE, environment)).toEqual({ sequence, relayed: false });
});

test.each<[string, Record<string, string>, string | null]>([
  [
    'tmux',
    { TMUX: '/tmp/tmux-1/default,1,0', TERM_PROGRAM: 'tmux', KITTY_WINDOW_ID: '1' },
    `\u001bPtmux;\u001b${NINE}\u001b\\`,
  ],
  ['screen', { STY: '1.pts', TERM: 'screen', WEZTERM_PANE: '0' }, `\u001bP${LONG}\u001b\\`],
  ['tmux in a terminal that nobody knows', { TMUX: 'x', TERM: 'tmux-256color' }, null],
])('through %s', (_what, environment, sequence) => {
  expect(terminalNotice(NOTICE, environment)).toEqual({ sequence, relayed: true });
});

test('nothing in a text ends its sequence, or begins another field of it', () => {
  const notice = { title: '4;1\u0007\u001b\\', body: '\u009c\u009d0;x\n' };
  expect(terminalNotice(notice, { TERM: 'xterm-kitty' }).sequence).toBe('\u001b]9;4,1\\: 0,x\u0007');
  expect(terminalNotice(notice, { TERM: 'foot' }).sequence).toBe('\u001b]777;notify;4,1\\;0,x\u0007');
});

test('the program of each platform has the text as arguments of its own', () => {
  const notice = { title: '-x" & quit', body: '<b>$(id)</b>' };
  expect(desktopCommand('linux', notice)).toEqual([
    'notify-send',
    '--app-name=codex-companion',
    '--',
    '-x"   quit',
    ' b $(id) /b ',
  ]);
  expect(desktopCommand('darwin', notice)?.slice(-3)).toEqual(['codex-companion', notice.title, notice.body]);
  expect(desktopCommand('darwin', notice)?.slice(0, -2).join(' ')).not.toContain(notice.body);
  expect(desktopCommand('win32', notice)).toBeNull();
});
