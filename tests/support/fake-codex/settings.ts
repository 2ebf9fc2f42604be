import { readFileSync } from 'node:fs';

/** How the process, or one method, behaves from the beginning. */
export type Behaviour =
  | { readonly kind: 'normal' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'error'; readonly code: number };

/**
 * The environment of the fake.
 *
 * - `FAKE_CODEX_START`, `FAKE_CODEX_THREAD_START`: `slow:<ms>`, `never`, `garbage`, `exit:<code>`, `error[:<code>]`;
 *   or `@<file>`, a file that holds one of these, read anew each time (empty or absent: normal).
 * - `FAKE_CODEX_MINIMAL=1`: only the methods that a job cannot do without.
 * - `FAKE_CODEX_LOG`: the journal, see journal.ts. `FAKE_CODEX_CONTROL`: the socket, see control.ts.
 */
export interface Settings {
  readonly start: () => Behaviour;
  readonly threadStart: () => Behaviour;
  readonly minimal: boolean;
  readonly journalFile: string | undefined;
  readonly controlSocket: string | undefined;
  readonly codexHome: string | undefined;
}

export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  return {
    start: () => behaviourOf(env['FAKE_CODEX_START'] ?? ''),
    threadStart: () => behaviourOf(env['FAKE_CODEX_THREAD_START'] ?? ''),
    minimal: env['FAKE_CODEX_MINIMAL'] === '1',
    journalFile: env['FAKE_CODEX_LOG'],
    controlSocket: env['FAKE_CODEX_CONTROL'],
    codexHome: env['CODEX_HOME'],
  };
}

function behaviourOf(value: string): Behaviour {
  const [word = '', number] = (value.startsWith('@') ? textOf(value.slice(1)) : value).split(':');
  switch (word) {
    case '':
      return { kind: 'normal' };
    case 'slow':
      return { kind: 'slow', ms: Number(number ?? 500) };
    case 'never':
    case 'garbage':
      return { kind: word };
    case 'exit':
      return { kind: 'exit', code: Number(number ?? 1) };
    case 'error':
      return { kind: 'error', code: Number(number ?? -32603) };
    default:
      throw new Error(`Cannot use behaviour "${value}": expected slow:<ms>, never, garbage, exit:<code> or error`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
