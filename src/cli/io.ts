import { once } from 'node:events';
import { plainText } from '../util/plain-text.ts';
import { EXIT } from './exit-codes.ts';

/** Where a command writes: data to `out`, everything else to `err`. A reader that went away is no error; a full disk is. */
export interface Io {
  /** Data, as it is. */
  out(text: string): void;
  /** Data as one JSON document. */
  json(value: unknown): void;
  /** Data that somebody else wrote (Codex, a repository, a prompt): safe for a terminal when it goes to one. */
  foreign(text: string): void;
  /** A line for people. */
  note(line: string): void;
  /** How many characters of the lines for people nobody has read so far: a terminal may be slow, or stopped. */
  readonly unreadNotes: number;
  /** What is drawn below all that is written from here on; null when there is nothing any more. */
  showBelow(drawn: Drawn | null): void;
  /** Resolves when whoever reads the data has room for more; until then it waits in memory. Also when `signal` (or {@link unread}) aborts. */
  drained(signal?: AbortSignal): Promise<void>;
  /** Aborts when nobody reads the data any more. */
  readonly unread: AbortSignal;
}

/** Something at the end of a terminal that makes room for what is written. */
export interface Drawn {
  clear(): void;
  draw(): void;
}

let io: Io | undefined;

/** The streams of this process. From the first call on, their errors are no defects. */
export function processIo(): Io {
  io ??= watchedStreams();
  return io;
}

function watchedStreams(): Io {
  const unread = new AbortController();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // EIO: a terminal that was closed.
    if (error.code === 'EPIPE' || (error.code === 'EIO' && process.stdout.isTTY)) return unread.abort(error);
    // Whatever the command comes to, its data is not where it should be.
    process.stderr.write(`codex-companion: Cannot write the output: ${error.message}\n`);
    process.exit(EXIT.jobFailed);
  });
  // There is nowhere left to say it, and what a command does is worth more than what it says of it.
  process.stderr.on('error', () => undefined);
  let below: Drawn | null = null;
  const write = (stream: NodeJS.WriteStream, text: string) => {
    const drawn = stream.isTTY ? below : null;
    drawn?.clear();
    stream.write(text);
    drawn?.draw();
  };
  const out = (text: string) => write(process.stdout, text);
  return {
    out,
    json: (value) => out(`${escaped(JSON.stringify(value, null, 2))}\n`),
    foreign: (text) => out(process.stdout.isTTY ? plainText(text) : text),
    note: (line) => write(process.stderr, `${plainText(line)}\n`),
    get unreadNotes() {
      return process.stderr.writableLength;
    },
    showBelow: (drawn) => {
      below = drawn;
    },
    drained: (signal = unread.signal) => roomIn(process.stdout, signal),
    unread: unread.signal,
  };
}

async function roomIn(stream: NodeJS.WriteStream, signal: AbortSignal): Promise<void> {
  if (!stream.writableNeedDrain || signal.aborted) return;
  // An error of the stream is dealt with where all of them are.
  await once(stream, 'drain', { signal }).catch(() => undefined);
}

/** JSON itself escapes only the controls below U+0020; a terminal obeys others, too. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
