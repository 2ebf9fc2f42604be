/** Pieces of a manual page in the language of man(7). What stands between backquotes is bold. */

/** Longest line of the page's own text; readers see other ones. */
const LINE_CHARS = 78;

/** Text on lines of its own. */
export function text(words: string): string {
  return broken(inline(words)).map(guarded).join('\n');
}

export function section(title: string, ...blocks: readonly string[]): string {
  return [`.SH ${quoted(title.toUpperCase())}`, ...blocks].join('\n');
}

export function subsection(title: string, ...blocks: readonly string[]): string {
  return [`.SS ${quoted(title)}`, ...blocks].join('\n');
}

export function paragraph(words: string): string {
  return `.PP\n${text(words)}`;
}

/** A term, in bold, and what it means. */
export function item(term: string, meaning: string): string {
  return `.TP\n.B ${quoted(term)}\n${text(meaning)}`;
}

/** A line as it is typed. */
export function example(line: string): string {
  return ['.PP', '.RS 4', '.nf', guarded(escaped(line)), '.fi', '.RE'].join('\n');
}

/** One argument of a macro. */
export function quoted(word: string): string {
  return `"${escaped(word).replaceAll('"', '\\(dq')}"`;
}

function inline(words: string): string {
  return escaped(words).replace(/`([^`]*)`/gu, '\\fB$1\\fR');
}

function escaped(words: string): string {
  if (/[^\n -~]/u.test(words)) throw new Error(`A manual page has ASCII only: ${words}`);
  // What one can type has to come out as it is typed.
  return words.replaceAll('\\', '\\(rs').replaceAll('-', '\\-');
}

/** A dot or an apostrophe in front makes a line a command. */
function guarded(line: string): string {
  return line.replace(/^(?=[.'])/u, '\\&');
}

function broken(words: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > LINE_CHARS) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
