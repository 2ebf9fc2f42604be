import { appendFileSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { monotonicMs } from '../../../src/util/monotonic.ts';

const base = {
  /** Milliseconds of the machine's monotonic clock: comparable between processes. */
  at: v.number(),
  pid: v.number(),
};

const EntrySchema = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('started'),
    argv: v.array(v.string()),
    cwd: v.string(),
    /** PATH, HOME, TMPDIR, and every variable whose name holds CODEX. */
    env: v.record(v.string(), v.string()),
  }),
  v.object({
    ...base,
    kind: v.literal('received'),
    message: v.looseObject({ method: v.optional(v.string()), id: v.optional(v.union([v.number(), v.string()])) }),
  }),
  /** A real process of a `command` step. */
  v.object({ ...base, kind: v.literal('spawned'), child: v.number() }),
  v.object({ ...base, kind: v.literal('stdinClosed') }),
  v.object({ ...base, kind: v.literal('signalled'), signal: v.string() }),
]);
export type JournalEntry = v.InferOutput<typeof EntrySchema>;
type Note = JournalEntry extends infer Entry ? (Entry extends unknown ? Omit<Entry, 'at' | 'pid'> : never) : never;

/** What the fake lived through, one JSON line each, appended by every process that shares the file. */
export class Journal {
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  note(entry: Note): void {
    if (this.#file === undefined) return;
    appendFileSync(this.#file, `${JSON.stringify({ at: monotonicMs(), pid: process.pid, ...entry })}\n`);
  }
}

/** The journal so far; nothing when no fake has written it yet. */
export function readJournal(file: string): JournalEntry[] {
  return textOf(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(EntrySchema, JSON.parse(line)));
}

/** The messages of one method that reached any fake, in the order of arrival. */
export function received(file: string, method: string): Array<Extract<JournalEntry, { kind: 'received' }>['message']> {
  return readJournal(file).flatMap((entry) =>
    entry.kind === 'received' && entry.message.method === method ? [entry.message] : [],
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
