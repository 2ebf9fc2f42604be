import type { Kind, Written } from './kinds.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The least trusted source that may set it. A project's file is the content of a repository, and so anybody's: it sets
 * nothing that names a program, a place or an address, that allows more, or that removes what was kept, and it turns no limit off.
 */
export type SetBy = 'environment' | 'user' | 'project';

/** When it is read: by each command, where a job is handed in, or by a broker when it starts. */
export type ReadBy = 'command' | 'job' | 'broker';

/** One row of the table of settings; `T` is what the rest of the program gets of it. */
export interface Setting<T> {
  /** Its name in settings files and for `config`. */
  readonly key: string;
  readonly variable: string;
  /** The option that says it for one command. */
  readonly flag: string | null;
  /** Of the values that are not null. */
  readonly kind: Kind<T>;
  readonly fallback: (environment: Environment) => T;
  /** The default in words where it is not one value. */
  readonly fallbackText: string | null;
  readonly setBy: SetBy;
  readonly readBy: ReadBy;
  readonly meaning: string;
}

/** A default that depends on where one is. */
export interface Derived<F> {
  readonly text: string;
  readonly of: (environment: Environment) => F;
}

interface Row<T, F> extends Omit<Setting<T>, 'kind' | 'fallback' | 'fallbackText' | 'flag'> {
  readonly kind: Kind<T>;
  readonly fallback: F | Derived<F>;
  readonly flag?: string;
}

/** A row whose values are of type `T`, or null where that is the default. */
export function setting<T extends Written, F extends T | null>({
  kind,
  fallback,
  flag,
  ...rest
}: Row<T, F>): Setting<T | F> {
  const derived: { text: string | null; of: (environment: Environment) => F } = isDerived(fallback)
    ? fallback
    : { text: null, of: () => fallback };
  return { ...rest, kind, flag: flag ?? null, fallback: derived.of, fallbackText: derived.text };
}

function isDerived<F>(fallback: F | Derived<F>): fallback is Derived<F> {
  return typeof fallback === 'object' && fallback !== null && 'of' in fallback && 'text' in fallback;
}
