import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { messageOf } from '../contract/fault.ts';
import { MAX_PROMPT_CHARS } from '../contract/job.ts';
import { DeadlineExceeded, within } from '../util/deadline.ts';
import { whyUnreadable } from '../util/system-error.ts';
import { CliError, EXIT } from './exit-codes.ts';

/** A pipe that nobody writes to or closes is not waited for longer than this, from byte to byte. */
const STDIN_SILENCE_MS = 10_000;

/** A prompt of the greatest length, in the longest encoding. */
const MAX_PROMPT_BYTES = 4 * MAX_PROMPT_CHARS;

export interface PromptSource {
  readonly words: readonly string[];
  readonly file?: string;
  /** Where `file` is looked for. */
  readonly directory: string;
  /** What it is when nobody gives one; then it is no error that standard input stays silent. */
  readonly otherwise?: string;
}

/**
 * The prompt as it was given, byte for byte: words, else a file, else standard input (with `-`, or when
 * it is not a terminal).
 * @throws CliError (exit 2) when there is none, or it is too long.
 */
export async function readPrompt(source: PromptSource): Promise<string> {
  const given = await rawPrompt(source);
  const prompt = given.trim() === '' && source.file === undefined ? (source.otherwise ?? '') : given;
  if (prompt.trim() === '') throw usage('Give a prompt: as words, with --prompt-file FILE, or on standard input');
  if (prompt.length > MAX_PROMPT_CHARS) {
    throw usage(
      `The prompt has ${prompt.length} characters; Codex takes at most ${MAX_PROMPT_CHARS} (put the rest in a file that it can read)`,
    );
  }
  return prompt;
}

async function rawPrompt({ words, file, directory, otherwise }: PromptSource): Promise<string> {
  if (file !== undefined && words.length > 0) throw usage('Give the prompt as words or with --prompt-file, not both');
  if (file !== undefined && file !== '-') return readPromptFile(path.resolve(directory, file));
  const fromStdin = file === '-' || (words.length === 1 && words[0] === '-');
  if (!fromStdin && words.length > 0) return words.join(' ');
  if (!fromStdin && process.stdin.isTTY) return '';
  const maySayNothing = otherwise !== undefined && !fromStdin;
  return readAll(process.stdin, { where: 'on standard input', maySayNothing });
}

async function readPromptFile(file: string): Promise<string> {
  try {
    return await readAll(openPromptFile(file), { where: `from "${file}"` });
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = whyUnreadable(error) ?? messageOf(error);
    throw usage(
      `Cannot read the prompt file "${file}": ${why} (name another one, or "-" for standard input, or give the prompt as words)`,
    );
  }
}

/** A pipe, that of a shell's `<(…)` say, is opened before anybody writes to it: then its silence can be measured. */
function openPromptFile(file: string): Readable {
  if (!statSync(file).isFIFO()) return createReadStream(file);
  return new Socket({ fd: openSync(file, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false });
}

interface Reading {
  /** For the sentence that says what is wrong. */
  readonly where: string;
  readonly maySayNothing?: boolean;
}

/** All that comes, unless it is too much, or falls silent. */
async function readAll(stream: Readable, { where, maySayNothing }: Reading): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(iterator.next(), STDIN_SILENCE_MS, where);
      if (next.done) return Buffer.concat(chunks).toString('utf8');
      const chunk = Buffer.isBuffer(next.value) ? next.value : Buffer.from(String(next.value));
      bytes += chunk.length;
      if (bytes > MAX_PROMPT_BYTES) throw usage(`The prompt ${where} is longer than ${MAX_PROMPT_BYTES} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof DeadlineExceeded)) throw error;
    if (maySayNothing && bytes === 0) return '';
    throw usage(`Nothing came ${where} for ${STDIN_SILENCE_MS / 1000} s (close it, or give the prompt as words)`);
  } finally {
    stream.destroy();
  }
}

function usage(message: string): CliError {
  return new CliError(EXIT.usage, message);
}
