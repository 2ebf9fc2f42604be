import { once } from 'node:events';
import { fstatSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { messageOf } from '../contract/fault.ts';
import { plainText } from '../util/plain-text.ts';
import { errorCode } from '../util/system-error.ts';
import { EXIT } from './exit-codes.ts';

/** Where a command writes: data to `out`, everything else to `err`. A reader that went away is no error; a full disk is. */
export interface Io {
  /** Data, as it is. */
  out(text: string): void;
  /** Data as one JSON document: all that a command prints. */
  json(value: unknown): void;
  /** Data that somebody else wrote (Codex, a repository, a prompt): safe for a terminal when it goes to one. */
  foreign(text: string): void;
  /** The same text as it may be part of data: free of control sequences when that goes to a terminal. */
  printable(text: string): string;
  /** A line for people. */
  note(line: string): void;
  /** What is for people, as it is. */
  err(text: string): void;
  /** How many characters of the lines for people nobody has read so far: a terminal may be slow, or stopped. */
  readonly unreadNotes: number;
  /** What is drawn below all that is written from here on; null when there is nothing any more. */
  showBelow(drawn: Drawn | null): void;
  /** Resolves when whoever reads the data has room for more; until then it waits in memory. Also when `signal` (or {@link unread}) aborts. */
  drained(signal?: AbortSignal): Promise<void>;
  /** Aborts when nobody reads the data any more. */
  readonly unread: AbortSignal;
  /** Resolves when nothing of what was written waits any more. */
  written(): Promise<void>;
}

/** Something at the end of a terminal that makes room for what is written. */
export interface Drawn {
  clear(): void;
  draw(): void;
}

const STDOUT = 1;
const NOTHING = Buffer.alloc(0);

let io: Io | undefined;

/** The streams of this process. What a command does not use of them it does not load: a stream, and a signal, take milliseconds. */
export function processIo(): Io {
  io ??= watchedStreams();
  return io;
}

function watchedStreams(): Io {
  const unread = lazily(() => new AbortController());
  const onUnwritten = (error: Error) => {
    const code = errorCode(error);
    // EIO: a terminal that was closed.
    if (code === 'EPIPE' || (code === 'EIO' && process.stdout.isTTY)) return unread().abort(error);
    // Whatever the command comes to, its data is not where it should be.
    process.stderr.write(`codex-companion: Cannot write the output: ${error.message}\n`);
    process.exit(EXIT.jobFailed);
  };
  const opened: NodeJS.WriteStream[] = [];
  const open = (stream: NodeJS.WriteStream, onError: (error: Error) => void) => {
    opened.push(stream);
    return stream.on('error', onError);
  };
  const stdout = lazily(() => open(process.stdout, onUnwritten));
  // There is nowhere left to say it, and what a command does is worth more than what it says of it.
  const stderr = lazily(() => open(process.stderr, () => undefined));
  let below: Drawn | null = null;
  const write = (stream: NodeJS.WriteStream, text: string) => {
    const drawn = stream.isTTY ? below : null;
    drawn?.clear();
    stream.write(text);
    drawn?.draw();
  };
  const out = (text: string) => write(stdout(), text);
  const err = (text: string) => write(stderr(), text);
  const printable = (text: string) => (stdout().isTTY ? plainText(text) : text);
  return {
    out,
    err,
    json: (value) => {
      const rest = writtenAtOnce(STDOUT, `${escaped(JSON.stringify(value, null, 2))}\n`, onUnwritten);
      if (rest.length > 0) stdout().write(rest);
    },
    foreign: (text) => out(printable(text)),
    printable,
    note: (line) => err(`${plainText(line)}\n`),
    get unreadNotes() {
      return stderr().writableLength;
    },
    showBelow: (drawn) => {
      // It writes by itself, and its terminal can go away, too.
      stderr();
      below = drawn;
    },
    drained: (signal = unread().signal) => roomIn(stdout(), signal),
    get unread() {
      return unread().signal;
    },
    written: async () => {
      await Promise.all(opened.map(emptied));
    },
  };
}

/**
 * Writes a document to a file or a pipe without the stream that Node would make of it, which takes longer to load than most
 * commands run. Returns what has to go the usual way.
 */
function writtenAtOnce(descriptor: number, text: string, onUnwritten: (error: Error) => void): Buffer {
  const bytes = Buffer.from(text);
  if (fstatSync(descriptor).isCharacterDevice()) return bytes;
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      // A pipe that does not wait for its reader.
      if (errorCode(error) === 'EAGAIN') return bytes.subarray(done);
      onUnwritten(error instanceof Error ? error : new Error(messageOf(error)));
      return NOTHING;
    }
  }
  return NOTHING;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function roomIn(stream: NodeJS.WriteStream, signal: AbortSignal): Promise<void> {
  if (!stream.writableNeedDrain || signal.aborted) return;
  // An error of the stream is dealt with where all of them are.
  await once(stream, 'drain', { signal }).catch(() => undefined);
}

/** Resolves also when there is nobody to take it, once that has been dealt with. */
async function emptied(stream: NodeJS.WriteStream): Promise<void> {
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
  if (stream.errored !== null) await setImmediate();
}

/** JSON itself escapes only the controls below U+0020; a terminal obeys others, too. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
