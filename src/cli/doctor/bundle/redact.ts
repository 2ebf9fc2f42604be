import { realpathSync } from 'node:fs';
import os from 'node:os';
import type { JsonValue } from '../../../contract/json.ts';

/** What of this machine and its user must not be in what is passed on. */
export interface Private {
  /** Home directories, links followed or not. */
  readonly homes: readonly string[];
  /** Names of the user and of the machine. */
  readonly names: readonly string[];
  /** Values of the environment that are secrets by the name of their variable. */
  readonly secrets: readonly string[];
}

export type Redact = (text: string) => string;

const MARK = { secret: '<secret>', mail: '<mail>', name: '<name>', home: '~' } as const;

/** Variables whose values are nobody else's business. */
const SECRET_VARIABLE = /KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|AUTH|COOKIE|SESSION_ID/iu;

/** A shorter value would be found in words that have nothing to do with it. */
const MIN_SECRET_CHARS = 6;

/** The names of accounts that say nothing about anybody. */
const EVERYBODY: ReadonlySet<string> = new Set(['root', 'user', 'node', 'app', 'localhost']);

/** Ids of ours, which are random and open nothing; and platforms. */
const HARMLESS = /^(?:(?:task|review|gate)-[0-9a-z]{9}-[0-9a-z]{8}|(?:x86_64|aarch64)(?:-[a-z]+)+)$/u;

/** What secrets look like, the more telling forms first. Each `$1` is what may stay. */
const FORMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/-----BEGIN [A-Z ]*-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/gu, MARK.secret],
  [/\b(Bearer|Basic|Token)\s+[\w.~+/=-]{6,}/giu, `$1 ${MARK.secret}`],
  // The user and the password of an address, and whatever it asks for.
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']{1,1000}@/giu, `$1${MARK.secret}@`],
  [/([?&][\w.-]+=)[^\s&"'#]+/gu, `$1${MARK.secret}`],
  [/\beyJ[\w-]{6,}(?:\.[\w-]*){0,4}/gu, MARK.secret],
  [
    /\b(?:sk|pk|rk|sess|ghp|gho|ghu|ghs|ghr|github_pat|glpat|xox[a-z]|npm|hf|gsk|AKIA|ASIA|AIza|ya29)[-_.]?[\w.-]{10,}/gu,
    MARK.secret,
  ],
  [
    /((?:api[_-]?key|access[_-]?key|token|secret|passw(?:or)?d|passphrase|credentials?|cookie|authorization)["']?\s*[:=]\s*["']?)[^\s"',;]+/giu,
    `$1${MARK.secret}`,
  ],
  [/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/giu, MARK.mail],
];

/** Long words: keys, hashes and ids, whoever made them. */
const WORD = /[\w+-]{20,}={0,2}/gu;
const BASE64 = /[a-z0-9+/]{40,}={0,2}/giu;

/** Longer words than this are no words. */
const MAX_WORD_CHARS = 40;

/** Takes out of a text what {@link Private} names, and whatever looks like a secret or an address. */
export function redactor({ homes, names, secrets }: Private): Redact {
  const longestFirst = (values: readonly string[]) => [...values].sort((a, b) => b.length - a.length);
  const hidden = longestFirst(secrets.filter((value) => value.length >= MIN_SECRET_CHARS));
  const places = longestFirst(homes.filter((home) => home.length > 1));
  const people = names.filter((name) => name.length > 1 && !EVERYBODY.has(name)).map(asWord);
  return (text) => {
    let clean = text;
    for (const secret of hidden) clean = clean.replaceAll(secret, MARK.secret);
    for (const [form, mark] of FORMS) clean = clean.replace(form, mark);
    for (const home of places) clean = clean.replace(asPath(home), MARK.home);
    clean = clean.replace(BASE64, (word) => (isEncoded(word) ? MARK.secret : word));
    clean = clean.replace(WORD, (word) => (isRandom(word) ? MARK.secret : word));
    for (const name of people) clean = clean.replace(name, MARK.name);
    return clean;
  };
}

/** The same for every text in a value. Its keys are ours. */
export function redactJson(value: JsonValue, redact: Redact): JsonValue {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactJson(item, redact));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactJson(item, redact)]));
}

/** What is private here. */
export function privateHere(environment: Readonly<Record<string, string | undefined>>): Private {
  const secrets = Object.entries(environment).filter(([name]) => SECRET_VARIABLE.test(name));
  const account = accountHere();
  const homes = [os.homedir(), ...account.homes];
  const [machine = ''] = os.hostname().split('.');
  return {
    homes: [...new Set([...homes, ...homes.map(realOf)])],
    names: [...account.names, os.hostname(), machine],
    secrets: secrets.flatMap(([, value]) => value ?? []),
  };
}

/** In a container, a user may have no entry anywhere. */
function accountHere(): Pick<Private, 'homes' | 'names'> {
  try {
    const { username, homedir } = os.userInfo();
    return { homes: [homedir], names: [username] };
  } catch {
    return { homes: [], names: [] };
  }
}

function realOf(directory: string): string {
  try {
    return realpathSync(directory);
  } catch {
    return directory;
  }
}

function isRandom(word: string): boolean {
  if (HARMLESS.test(word)) return false;
  return word.length >= MAX_WORD_CHARS || (/\d/u.test(word) && /[a-z]/iu.test(word));
}

/** Not a path, which has seldom all three of them. */
function isEncoded(word: string): boolean {
  return /\d/u.test(word) && /[a-z]/u.test(word) && /[A-Z]/u.test(word);
}

function asPath(home: string): RegExp {
  return new RegExp(`${escaped(home)}(?![\\w.-])`, 'gu');
}

function asWord(name: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${escaped(name)}(?![a-z0-9])`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
