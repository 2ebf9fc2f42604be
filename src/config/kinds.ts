import os from 'node:os';
import path from 'node:path';
import { DAY_MS, readDuration, writeDuration } from './duration.ts';
import { type Reading, refused } from './reading.ts';

/** A value as it is written in a settings file. */
export type Written = string | number | readonly string[];

/** What values of one sort look like, and how they are read. */
export interface Kind<T> {
  /** What is allowed, in words. */
  readonly allowed: string;
  /** The value that turns a limit off; only the user may do that. */
  readonly off?: T;
  /** From a variable of the environment, which is not empty. */
  fromText(text: string): Reading<T>;
  /** From a settings file: what TOML makes of it. */
  fromFile(written: unknown): Reading<T>;
  /** As it is written in a settings file. */
  write(value: T): Written;
}

/** For kinds that a file has as the same text as a variable. */
function textual<T>(
  allowed: string,
  read: (text: string) => Reading<T>,
  write: (value: T) => string,
  otherwise: string,
): Kind<T> {
  const fromFile = (written: unknown) => (typeof written === 'string' ? read(written) : refused(otherwise));
  return { allowed, fromText: read, fromFile, write };
}

/** In milliseconds. Without `positive` 0 turns it off; with it 0 is refused: it would not turn it off but fire it at once. */
export function duration({ positive = false } = {}): Kind<number> {
  const read = (text: string): Reading<number> => {
    const reading = readDuration(text);
    const atOnce = positive && reading.ok && reading.value === 0;
    return atOnce ? refused('would be over at once (use 1 ms or more, or unset it)') : reading;
  };
  return {
    allowed: positive ? 'duration' : 'duration, 0 = none',
    ...(positive ? {} : { off: 0 }),
    fromText: read,
    // A bare number would look like minutes to one and like milliseconds to the next.
    fromFile: (written) =>
      typeof written === 'string' || written === 0
        ? read(String(written))
        : refused('is not a duration (write it as text with a unit, such as "90s", "45m", "1.5h")'),
    write: writeDuration,
  };
}

export interface Range {
  readonly min: number;
  readonly max: number;
  /** What is counted: `jobs`. */
  readonly of: string;
}

export function wholeNumber({ min, max, of }: Range): Kind<number> {
  return integer(min, max, `is not a number of ${of}`);
}

/** A TCP port; what 0 stands for, its row says. */
export function port(): Kind<number> {
  return integer(0, MAX_PORT, 'is not a port');
}

const MAX_PORT = 65_535;

function integer(min: number, max: number, what: string): Kind<number> {
  const wrong = refused(`${what} (use a whole number from ${min} to ${max})`);
  const inRange = (value: number): Reading<number> =>
    Number.isInteger(value) && value >= min && value <= max ? { ok: true, value } : wrong;
  return {
    allowed: `${min} to ${max}`,
    fromText: (text) => (/^\d+$/u.test(text) ? inRange(Number(text)) : wrong),
    fromFile: (written) => (typeof written === 'number' ? inRange(written) : wrong),
    write: (value) => value,
  };
}

/** Written as a number of days; the value is in milliseconds. */
export function days(max: number): Kind<number> {
  const count = wholeNumber({ min: 0, max, of: 'days' });
  const inMs = (reading: Reading<number>): Reading<number> =>
    reading.ok ? { ok: true, value: reading.value * DAY_MS } : reading;
  return {
    allowed: count.allowed,
    fromText: (text) => inMs(count.fromText(text)),
    fromFile: (written) => inMs(count.fromFile(written)),
    write: (value) => value / DAY_MS,
  };
}

/** One of a closed set of words; `what` names what such a word is. */
export function choice<T extends string>(words: readonly T[], what: string): Kind<T> {
  const wrong = refused(`is no ${what} (use one of ${words.join(', ')})`);
  const read = (text: string): Reading<T> => {
    const word = words.find((known) => known === text);
    return word === undefined ? wrong : { ok: true, value: word };
  };
  return textual(words.join(', '), read, (value) => value, wrong.why);
}

/** Any text. */
export function text(): Kind<string> {
  return textual('text', (value) => ({ ok: true, value }), String, 'is no text');
}

/** A name on one line, without spaces around it. */
export function shortText(what: string, maxChars: number): Kind<string> {
  const wrong = refused(`is no ${what} (use 1 to ${maxChars} characters on one line)`);
  const read = (given: string): Reading<string> => {
    const value = given.trim();
    return value === '' || value.length > maxChars || /\p{Cc}/u.test(value) ? wrong : { ok: true, value };
  };
  return textual('text', read, String, wrong.why);
}

/** A place on disk; the value is absolute. Relative only in the environment, where it is clear to what. */
export function place(): Kind<string> {
  const wrong = refused('is not an absolute path (write it from the root on, or from "~/")');
  return {
    allowed: 'path',
    fromText: (given) => ({ ok: true, value: path.resolve(given) }),
    fromFile: (written) => {
      if (typeof written !== 'string') return wrong;
      const expanded = written.startsWith('~/') ? path.join(os.homedir(), written.slice(2)) : written;
      return path.isAbsolute(expanded) ? { ok: true, value: path.normalize(expanded) } : wrong;
    },
    write: String,
  };
}

/**
 * An address that is told of jobs: unencrypted only within this machine, and with nothing in it that `fetch` would refuse. The value is as
 * browsers would write it.
 */
export function webhookAddress(): Kind<string> {
  const read = (given: string): Reading<string> => {
    if (!/^https?:\/\//iu.test(given) || !URL.canParse(given))
      return refused('is not an address (write it with its scheme, http:// or https://)');
    const { protocol, hostname, username, password, href } = new URL(given);
    if (username !== '' || password !== '')
      return refused('has a user or a password in it (put a secret into its path)');
    if (protocol === 'http:' && !isLoopback(hostname))
      return refused('would be told without encryption (use https://; http:// is for localhost)');
    return { ok: true, value: href };
  };
  return textual('https address, or http to localhost', read, String, 'is not an address (write it as text)');
}

/** As {@link URL} writes the names of this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/** A program with its arguments, each a word of its own: no shell reads them. A variable has them as a JSON array. */
export function commandLine(): Kind<readonly string[]> {
  const wrong = refused('is no program with its arguments (write an array of texts, such as ["notify-send", "done"])');
  const read = (value: unknown): Reading<readonly string[]> =>
    isWords(value) && value[0] !== '' && value.length > 0 ? { ok: true, value } : wrong;
  return {
    allowed: 'array of texts: a program and its arguments',
    fromText: (given) => read(parsed(given)),
    fromFile: read,
    write: (value) => value,
  };
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string' && !word.includes('\0'));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
