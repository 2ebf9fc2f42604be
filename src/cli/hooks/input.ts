import * as v from 'valibot';
import { messageOf } from '../../contract/fault.ts';
import { DeadlineExceeded, within } from '../../util/deadline.ts';
import { oneLine } from '../../util/plain-text.ts';

/** Longest input of a hook: what Claude said last, or what a person typed, with room to spare. */
const MAX_INPUT_BYTES = 8 * 1024 * 1024;

/** A host writes at once. From one that does not close the pipe either, what has come by then is taken. */
const INPUT_MS = 2_000;

const MAX_SESSION_ID_CHARS = 256;
const MAX_PATH_CHARS = 4_096;
const MAX_WHY_CHARS = 300;

// Neither belongs into a name or a path, and both would be something else by the time they are read again.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** Absent, null and empty are the same: the host does not say. */
function text(maxChars: number) {
  const given = v.pipe(
    v.string(),
    v.maxLength(maxChars, `it is longer than ${maxChars} characters`),
    v.check((value) => !UNPRINTABLE.test(value), 'it has control characters in it'),
  );
  return v.pipe(
    v.nullish(given, null),
    v.transform((value) => value || null),
  );
}

/** Fields of the host's JSON; each hook checks those that it reads, and skips the others. */
export const SessionId = text(MAX_SESSION_ID_CHARS);
export const Path = text(MAX_PATH_CHARS);
export const Flag = v.nullish(v.boolean(), false);
export const LongText = v.nullish(v.string(), null);

/** The schema of the input of one hook. */
export type InputSchema<T> = v.GenericSchema<unknown, T>;

/**
 * What the host says to a hook on standard input. Nothing at all is an empty object.
 * @throws Error in one line, for input that never comes, is too long, or does not fit.
 */
export async function readInput<T>(schema: InputSchema<T>, limitMs: number = INPUT_MS): Promise<T> {
  return parseInput(schema, process.stdin.isTTY ? '' : await readAll(process.stdin, limitMs));
}

export function parseInput<T>(schema: InputSchema<T>, json: string): T {
  const value = json.trim() === '' ? {} : parseJson(json);
  // An object to JavaScript, but none of JSON.
  if (Array.isArray(value)) throw new Error("Cannot use the hook's input: it is a list, not an object");
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(
    `Cannot use the hook's input: ${v.getDotPath(issue) ?? 'it'}: ${oneLine(issue.message, MAX_WHY_CHARS)}`,
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`Cannot read the hook's input: it is not JSON (${oneLine(messageOf(error), MAX_WHY_CHARS)})`);
  }
}

async function readAll(stream: NodeJS.ReadStream, limitMs: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const toTheEnd = async () => {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes > MAX_INPUT_BYTES) throw new Error(`it is longer than ${MAX_INPUT_BYTES} bytes`);
    }
  };
  const reading = toTheEnd();
  try {
    await within(reading, limitMs, 'standard input');
  } catch (error) {
    if (!(error instanceof DeadlineExceeded)) throw new Error(`Cannot read the hook's input: ${messageOf(error)}`);
    if (bytes === 0)
      throw new Error(`Nothing came on standard input within ${limitMs} ms (the host writes JSON there)`);
  } finally {
    // Whatever becomes of the read that is still open, nobody waits for it.
    reading.catch(() => undefined);
    stream.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}
