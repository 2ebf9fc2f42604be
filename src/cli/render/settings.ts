import { Help } from 'commander';
import type { Written } from '../../config/kinds.ts';
import type { Row } from '../../config/rows.ts';
import type { Environment, SetBy } from '../../config/setting.ts';
import type { Origin, Resolved } from '../../config/settings.ts';
import type { SettingsFile } from '../../config/settings-file.ts';

const INDENT = '  ';

/** Who may set a setting, by the least trusted of them. */
const SOURCES: Readonly<Record<SetBy, readonly string[]>> = {
  environment: ['environment'],
  user: ['environment', 'user'],
  project: ['environment', 'user', 'project'],
};

const SET_BY: Readonly<Record<SetBy, string>> = {
  environment: 'the environment',
  user: 'the environment, your own file',
  project: "the environment, your own file, a project's file",
};

const READ_BY = {
  command: 'by every command',
  job: 'where a job is handed in',
  broker: 'when a broker starts',
} as const;

/** A setting for programs. Values are as a settings file has them. */
export function settingReport({ row, value, origin, doubt }: Resolved, environment: Environment): object {
  const { key, variable, flag, kind, setBy, readBy, meaning } = row;
  return {
    key,
    value: written(row, value),
    origin,
    default: written(row, row.fallback(environment)),
    meaning,
    allowed: kind.allowed,
    variable,
    flag,
    setBy: SOURCES[setBy],
    readBy,
    doubt,
  };
}

export function fileReport({ kind, path, exists, problems }: SettingsFile): object {
  return { kind, path, exists, problems: problems.map(({ message }) => message) };
}

/** All of them, one after the other: a table of this would fit no terminal. */
export function renderSettings(settings: readonly Resolved[], environment: Environment): string {
  return settings.map((setting) => block(setting, lines(setting, environment))).join('');
}

function lines({ row, origin }: Resolved, environment: Environment): string[] {
  const from =
    origin.kind === 'default' ? [] : [`From ${originPhrase(origin)}; default: ${defaultOf(row, environment)}`];
  return [capitalised(row.meaning), ...from];
}

export function renderSetting(setting: Resolved, environment: Environment): string {
  const { row, origin, doubt } = setting;
  return block(setting, [
    capitalised(row.meaning),
    `From: ${originPhrase(origin)}`,
    ...(doubt === null ? [] : [`In doubt: ${doubt}`]),
    `Default: ${defaultOf(row, environment)}`,
    `Values: ${row.kind.allowed}`,
    ...(row.flag === null ? [] : [`Option: ${row.flag}`]),
    `Variable: ${row.variable}`,
    `May be set by: ${SET_BY[row.setBy]}`,
    `Read: ${READ_BY[row.readBy]}`,
  ]);
}

export function renderFiles(files: readonly SettingsFile[]): string {
  const states = files.map(({ kind, path, exists }) => {
    const whose = kind === 'project' ? "The project's" : 'Your own';
    return `${path}\n${wrapped(`${whose}, ${exists ? 'there' : 'not there'}`)}`;
  });
  return `${states.join('\n')}\n`;
}

function block({ row, value }: Resolved, below: readonly string[]): string {
  const text = toml(written(row, value));
  const head = text === null ? `${row.key}: not set (${row.fallbackText ?? 'none'})` : `${row.key} = ${text}`;
  return `${[head, ...below.map(wrapped)].join('\n')}\n`;
}

function written(row: Row, value: unknown): Written | null {
  return value === null ? null : row.kind.write(value);
}

/** What JSON has of texts, numbers and arrays of them TOML has, too. */
function toml(value: Written | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function defaultOf(row: Row, environment: Environment): string {
  return toml(written(row, row.fallback(environment))) ?? row.fallbackText ?? 'none';
}

function originPhrase(origin: Origin): string {
  switch (origin.kind) {
    case 'flag':
      return origin.flag;
    case 'environment':
      return origin.variable;
    case 'project':
    case 'user':
      return `"${origin.path}"`;
    case 'default':
      return 'the default';
  }
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Indented, and on a terminal broken where its lines end. */
function wrapped(text: string): string {
  const { columns } = process.stdout;
  const broken = columns === undefined ? text : new Help().boxWrap(text, columns - INDENT.length);
  return broken.replace(/^/gmu, INDENT);
}
