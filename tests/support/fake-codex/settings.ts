import { readFileSync } from 'node:fs';

/** How the process, or one method, behaves from the beginning. */
export type Behaviour =
  | { readonly kind: 'normal' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'held'; readonly until: string }
  | { readonly kind: 'never' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'error'; readonly code: number };

/** Who is logged in. */
export const ACCOUNTS = ['chatgpt', 'chatgpt-without-mail', 'api-key', 'logged-out', 'provider-no-auth'] as const;
export type AccountKind = (typeof ACCOUNTS)[number];

/**
 * What becomes of an import: it is recorded and told; told before the request is answered; recorded but told without
 * a word of what, as early versions do; told but not recorded; never told.
 */
export const IMPORTS = ['recorded', 'early', 'bare', 'unrecorded', 'unfinished'] as const;
export type ImportKind = (typeof IMPORTS)[number];

/** One of a method's own words, or how any method may behave. */
export type Choice<Word extends string> = { readonly kind: 'chosen'; readonly word: Word } | Unusual;
export type Unusual = Exclude<Behaviour, { kind: 'normal' }>;

/**
 * The environment of the fake.
 *
 * - `FAKE_CODEX_START`, `FAKE_CODEX_THREAD_START`, `FAKE_CODEX_CONFIG`: `slow:<ms>`, `held:<file>` (until there is
 *   such a file), `never`, `garbage`, `exit:<code>`, `error[:<code>]`; or `@<file>`, a file that holds one of these, read anew each time (empty or absent: normal).
 *   With `error:-32601` the method is one that this server does not have.
 * - `FAKE_CODEX_ACCOUNT`: the same, or one of {@link ACCOUNTS}. `FAKE_CODEX_IMPORT`: the same, or one of {@link IMPORTS}.
 * - `FAKE_CODEX_REVIEW`: the script of every review, as a prompt has it; or `@<file>`. Without one a review finds nothing.
 * - `FAKE_CODEX_MINIMAL=1`: only the methods that a job cannot do without.
 * - `FAKE_CODEX_LOG`: the journal, see journal.ts. `FAKE_CODEX_CONTROL`: the socket, see control.ts.
 */
export interface Settings {
  readonly start: () => Behaviour;
  readonly threadStart: () => Behaviour;
  readonly config: () => Behaviour;
  readonly account: () => Choice<AccountKind>;
  readonly importSessions: () => Choice<ImportKind>;
  readonly review: () => string;
  readonly minimal: boolean;
  readonly journalFile: string | undefined;
  readonly controlSocket: string | undefined;
  readonly codexHome: string | undefined;
  readonly home: string;
}

export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  return {
    start: () => behaviourOf(env['FAKE_CODEX_START'] ?? ''),
    threadStart: () => behaviourOf(env['FAKE_CODEX_THREAD_START'] ?? ''),
    config: () => behaviourOf(env['FAKE_CODEX_CONFIG'] ?? ''),
    account: () => choiceOf(env['FAKE_CODEX_ACCOUNT'] ?? '', ACCOUNTS, 'chatgpt'),
    importSessions: () => choiceOf(env['FAKE_CODEX_IMPORT'] ?? '', IMPORTS, 'recorded'),
    review: () => contentOf(env['FAKE_CODEX_REVIEW'] ?? ''),
    minimal: env['FAKE_CODEX_MINIMAL'] === '1',
    journalFile: env['FAKE_CODEX_LOG'],
    controlSocket: env['FAKE_CODEX_CONTROL'],
    codexHome: env['CODEX_HOME'],
    home: env['HOME'] ?? '/nowhere',
  };
}

function choiceOf<const Word extends string>(value: string, words: readonly Word[], usual: Word): Choice<Word> {
  const content = contentOf(value);
  const word = words.find((known) => known === content);
  if (word !== undefined) return { kind: 'chosen', word };
  const behaviour = behaviourOf(content);
  return behaviour.kind === 'normal' ? { kind: 'chosen', word: usual } : behaviour;
}

function behaviourOf(value: string): Behaviour {
  const [word = '', detail] = contentOf(value).split(':');
  switch (word) {
    case '':
      return { kind: 'normal' };
    case 'slow':
      return { kind: 'slow', ms: Number(detail ?? 500) };
    case 'held':
      return { kind: 'held', until: detail ?? '' };
    case 'never':
    case 'garbage':
      return { kind: word };
    case 'exit':
      return { kind: 'exit', code: Number(detail ?? 1) };
    case 'error':
      return { kind: 'error', code: Number(detail ?? -32603) };
    default:
      throw new Error(
        `Cannot use behaviour "${value}": expected slow:<ms>, held:<file>, never, garbage, exit:<code> or error`,
      );
  }
}

function contentOf(value: string): string {
  return value.startsWith('@') ? textOf(value.slice(1)) : value;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
