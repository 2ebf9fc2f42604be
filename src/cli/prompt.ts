import { readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../contract/fault.ts';
import { MAX_PROMPT_CHARS } from '../contract/job.ts';
import { DeadlineExceeded, within } from '../util/deadline.ts';
import { CliError, EXIT } from './exit-codes.ts';

/** A pipe that nobody writes to or closes is not waited for longer than this, from byte to byte. */
export const STDIN_SILENCE_MS = 10_000;

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
  return readStdin({ maySayNothing: otherwise !== undefined && !fromStdin });
}

function readPromptFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usage(`Cannot read the prompt file "${file}": ${messageOf(error)}`);
  }
}

async function readStdin({ maySayNothing }: { readonly maySayNothing: boolean }): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const iterator = process.stdin[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(iterator.next(), STDIN_SILENCE_MS, 'standard input');
      if (next.done) return Buffer.concat(chunks).toString('utf8');
      const chunk = Buffer.isBuffer(next.value) ? next.value : Buffer.from(String(next.value));
      bytes += chunk.length;
      if (bytes > MAX_PROMPT_BYTES)
        throw usage(`The prompt on standard input is longer than ${MAX_PROMPT_BYTES} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof DeadlineExceeded)) throw error;
    if (maySayNothing && bytes === 0) return '';
    throw usage(
      `Nothing came on standard input for ${STDIN_SILENCE_MS / 1000} s (close it, or give the prompt as words)`,
    );
  } finally {
    process.stdin.destroy();
  }
}

function usage(message: string): CliError {
  return new CliError(EXIT.usage, message);
}
