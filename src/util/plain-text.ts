const ESC = '\u001b';
const BEL = '\u0007';

// Sequences as ECMA-48 has them: strings (OSC, DCS, SOS, PM, APC) with what they carry, CSI, and the short ones.
const STRING = `(?:${ESC}[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^${BEL}${ESC}\u0080-\u009f]*(?:${BEL}|${ESC}\\\\|\u009c)`;
const CSI = `(?:${ESC}\\[|\u009b)[0-?]*[ -/]*[@-~]`;
const SHORT = `${ESC}[ -/]*[0-~]`;
const SEQUENCES = new RegExp(`${STRING}|${CSI}|${SHORT}`, 'gu');

// C0 controls but tab and newline, DEL, C1 controls, and the bidirectional overrides that can reorder a line.
const CONTROL = String.raw`[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]`;
const CONTROLS = new RegExp(CONTROL, 'gu');

// Every sequence begins with one. Most texts have none, and this look at them is all that they need.
const UNCLEAN = new RegExp(CONTROL, 'u');

// Whitespace that is not one space already.
const WIDE_SPACE = /\s{2,}|[^\S ]/gu;

/** `text` without terminal control sequences: safe to print on a terminal. Tabs and newlines stay. */
export function plainText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text.replaceAll('\r\n', '\n').replace(SEQUENCES, '').replace(CONTROLS, '');
}

/** One line of at most `limit` characters, for titles, summaries and table cells. */
export function oneLine(text: string, limit: number): string {
  const flat = plainText(text).replace(WIDE_SPACE, ' ').trim();
  // Not half of a character that takes two units.
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1).replace(/\p{Cs}$/u, '')}…`;
}
