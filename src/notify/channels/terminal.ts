import type { Notice } from '../notice.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const BELL = '\u0007';

/** `9` is one text, `777` a title and a text: the two forms in which terminals are asked for a notification on the desktop. */
type Form = 9 | 777;

/**
 * What says which terminal it is, the most certain first, and what that terminal understands. Below a multiplexer, and over
 * SSH, only some of these variables are handed on. Whatever is not here gets nothing but the bell.
 */
const TERMINALS: ReadonlyArray<readonly [variable: string, value: RegExp, form: Form]> = [
  ['TERM_PROGRAM', /^iTerm\.app$/u, 9],
  ['TERM_PROGRAM', /^(?:WezTerm|ghostty|rio)$/u, 777],
  ['TERM_PROGRAM', /^WarpTerminal$/u, 9],
  ['TERM', /^xterm-kitty$/u, 9],
  ['TERM', /^(?:xterm-ghostty|wezterm|foot(?:-.*)?|rxvt-unicode(?:-.*)?|contour(?:-.*)?)$/u, 777],
  ['LC_TERMINAL', /^iTerm2$/u, 9],
  ['ITERM_SESSION_ID', /./u, 9],
  ['KITTY_WINDOW_ID', /./u, 9],
  ['WEZTERM_PANE', /./u, 777],
  ['GHOSTTY_RESOURCES_DIR', /./u, 777],
];

export interface TerminalNotice {
  /** To be written as it is; null for a terminal that is not known to understand any. */
  readonly sequence: string | null;
  /** Between us and the terminal is a multiplexer, which may or may not let the sequence through. */
  readonly relayed: boolean;
}

/** How the terminal of this environment is asked for a notification on its desktop. */
export function terminalNotice(notice: Notice, environment: Environment): TerminalNotice {
  const [, , form] = TERMINALS.find(([variable, value]) => value.test(environment[variable] ?? '')) ?? [];
  const wrap = multiplexer(environment);
  const sequence = form === undefined ? null : (wrap ?? plain)(osc(form, notice));
  return { sequence, relayed: wrap !== null };
}

/** Ended by BEL, which also screen passes on within a string of its own. */
function osc(form: Form, { title, body }: Notice): string {
  const text = form === 9 ? `9;${field(title)}: ${field(body)}` : `777;notify;${field(title)};${field(body)}`;
  return `\u001b]${text}${BELL}`;
}

/** A semicolon would begin the next field; "9;4" would be a progress bar. */
function field(text: string): string {
  return text.replace(/\p{Cc}/gu, '').replaceAll(';', ',');
}

/** What hands a sequence through the multiplexer of this environment; null without one. */
function multiplexer(environment: Environment): ((sequence: string) => string) | null {
  if (environment['TMUX']) return (sequence) => `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\`;
  if (environment['STY']) return (sequence) => `\u001bP${sequence}\u001b\\`;
  return null;
}

function plain(sequence: string): string {
  return sequence;
}
