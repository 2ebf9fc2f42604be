import { type Paint, paintWith } from '../../terminal/paint.ts';
import { wrapped } from '../../terminal/wrapped.ts';
import { counted } from '../../util/counted.ts';
import { oneLine } from '../../util/plain-text.ts';
import type { Archive } from './bundle/archive.ts';
import { formatBytes } from './bytes.ts';
import type { Finding, Level } from './finding.ts';
import type { Repair, Repaired } from './repair.ts';

const MAX_CHARS = 4_000;

/** Narrower terminals break the lines as they like. */
const MIN_COLUMNS = 60;

const MARKS: Readonly<Record<'unicode' | 'ascii', Readonly<Record<Level | 'remedy', string>>>> = {
  unicode: { ok: '✓', note: '·', warning: '!', problem: '✗', remedy: '→' },
  ascii: { ok: 'ok  ', note: 'note', warning: 'warn', problem: 'FAIL', remedy: '->' },
};

/** How it is written. `columns` is null where lines are not to be broken. */
export interface Style {
  readonly unicode: boolean;
  readonly color: boolean;
  readonly columns: number | null;
}

/** The findings for people, in two columns, each with its remedy below it, and what they come to. */
export function renderDoctor({ findings, fixed }: Repaired, archive: Archive | null, style: Style): string {
  const page = new Page(style, Math.max(...findings.map(({ title }) => title.length)));
  const blocks = [
    findings.map((finding) => page.finding(finding)),
    ...(fixed.length === 0 ? [] : [['Fixed:', ...fixed.map((repair) => page.repair(repair))]]),
    ...(archive === null ? [] : [archiveLines(archive)]),
    [summaryOf(findings, fixed)],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

class Page {
  readonly #style: Style;
  readonly #titleWidth: number;
  readonly #marks: (typeof MARKS)['unicode'];
  readonly #paint: Paint;

  constructor(style: Style, titleWidth: number) {
    this.#style = style;
    this.#titleWidth = titleWidth;
    this.#marks = MARKS[style.unicode ? 'unicode' : 'ascii'];
    this.#paint = paintWith(style.color);
  }

  finding({ level, title, detail, remedy }: Finding): string {
    const mark = this.#tinted(level, this.#marks[level]);
    const indent = this.#marks.ok.length + this.#titleWidth + 3;
    const head = `${mark} ${title.padEnd(this.#titleWidth)}  ${this.#wrapped(detail, indent)}`;
    if (remedy === null) return head;
    const arrow = this.#marks.remedy;
    const told = this.#wrapped(remedy, indent + arrow.length + 1);
    return `${head}\n${' '.repeat(indent)}${this.#paint.quiet(`${arrow} ${told}`)}`;
  }

  repair({ ok, title, detail }: Repair): string {
    const level = ok ? 'ok' : 'problem';
    const text = ok ? detail : `${title}: ${detail}`;
    return `${this.#tinted(level, this.#marks[level])} ${this.#wrapped(text, this.#marks.ok.length + 1)}`;
  }

  #tinted(level: Level, text: string): string {
    const { good, quiet, urgent, bad } = this.#paint;
    return { ok: good, note: quiet, warning: urgent, problem: bad }[level](text);
  }

  /** On one line, or on as many as the terminal needs, the further ones indented. */
  #wrapped(text: string, indent: number): string {
    const flat = oneLine(text, MAX_CHARS);
    const { columns } = this.#style;
    if (columns === null || columns < MIN_COLUMNS) return flat;
    return wrapped(flat, columns - indent).join(`\n${' '.repeat(indent)}`);
  }
}

function archiveLines({ file, bytes, entries, leftOut }: Archive): string[] {
  const width = Math.max(...entries.map(({ name }) => name.length));
  return [
    `Wrote "${oneLine(file, MAX_CHARS)}" (${formatBytes(bytes)}, for you only). Look at it before you pass it on:`,
    ...entries.map((entry) => `  ${entry.name.padEnd(width)}  ${formatBytes(entry.bytes)}`),
    ...leftOut.map((name) => `  ${name}: left out, since there would be too much`),
  ];
}

function summaryOf(findings: readonly Finding[], fixed: readonly Repair[]): string {
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const failed = new Set(fixed.filter(({ ok }) => !ok).map(({ id }) => id));
  const fixable = findings.filter(({ id, fix }) => fix !== null && !failed.has(id)).length;
  const parts = [
    ...(problems === 0 ? [] : [counted(problems, 'problem')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  if (parts.length === 0) return 'No problem found.';
  const mended = fixable === 0 ? '' : ` "doctor --fix" takes care of ${fixable} of them.`;
  return `${parts.join(', ')}.${mended}`;
}
