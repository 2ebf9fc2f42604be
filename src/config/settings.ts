import { ConfigError } from './config-error.ts';
import { ROWS, type Row, type Settings } from './rows.ts';
import type { Environment } from './setting.ts';
import { type SettingsFile, whyForbidden } from './settings-file.ts';

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'environment'; readonly variable: string }
  | { readonly kind: 'project' | 'user'; readonly path: string }
  | { readonly kind: 'default' };

/** A setting as it is in force. */
export interface Resolved {
  readonly row: Row;
  readonly value: unknown;
  readonly origin: Origin;
  /** Why a file that comes before the origin may say something else; null when it does not. */
  readonly doubt: string | null;
}

/**
 * Every setting, from the first that says it: environment, then `files` in their order, then its default.
 * @throws ConfigError that names the variable whose value cannot be used.
 */
export function resolveSettings(environment: Environment, files: readonly SettingsFile[] = []): Resolved[] {
  return ROWS.map((row) => resolve(row, environment, files));
}

function resolve(row: Row, environment: Environment, files: readonly SettingsFile[]): Resolved {
  const { variable } = row;
  const text = environment[variable];
  if (text) return { row, value: fromText(row, text), origin: { kind: 'environment', variable }, doubt: null };
  let doubt: string | null = null;
  for (const file of files) {
    doubt ??= doubtOf(row, file);
    if (file.values.has(row.name))
      return { row, value: file.values.get(row.name), origin: { kind: file.kind, path: file.path }, doubt };
  }
  return { row, value: row.fallback(environment), origin: { kind: 'default' }, doubt };
}

function fromText({ kind, variable }: Row, text: string): unknown {
  const reading = kind.fromText(text);
  if (reading.ok) return reading.value;
  throw new ConfigError(unusable(variable, text, reading.why));
}

function unusable(variable: string, text: string, why: string): string {
  return `Cannot read ${variable}: "${text}" ${why}`;
}

/** What {@link resolveSettings} would refuse: the variables, each with the sentence that says why. */
export function unusableVariables(environment: Environment): ReadonlyMap<string, string> {
  const refused = ROWS.flatMap(({ kind, variable }): Array<[string, string]> => {
    const text = environment[variable];
    const reading = text ? kind.fromText(text) : null;
    return text === undefined || reading === null || reading.ok
      ? []
      : [[variable, unusable(variable, text, reading.why)]];
  });
  return new Map(refused);
}

function doubtOf(row: Row, { kind, problems }: SettingsFile): string | null {
  if (whyForbidden(row, kind) !== null) return null;
  return problems.find(({ key }) => key === null || key === row.key)?.message ?? null;
}

export function settingsOf(resolved: readonly Resolved[]): Settings {
  // Every row is there, with a value that its own kind has made.
  return Object.fromEntries(resolved.map(({ row, value }): readonly unknown[] => [row.name, value]));
}

/** The same with what options of the command say, by the names of the rows. */
export function withFlags(resolved: readonly Resolved[], said: Partial<Settings>): Resolved[] {
  const values = new Map<string, unknown>(Object.entries(said));
  return resolved.map((before) => {
    const { name, flag } = before.row;
    if (flag === null || !values.has(name)) return before;
    return { ...before, value: values.get(name), origin: { kind: 'flag', flag }, doubt: null };
  });
}

/** An origin as a phrase in an error. */
export function originText({ row, origin }: Resolved): string {
  switch (origin.kind) {
    case 'flag':
      return origin.flag;
    case 'environment':
      return origin.variable;
    case 'project':
    case 'user':
      return `${row.key} in "${origin.path}"`;
    case 'default':
      return 'its default';
  }
}
