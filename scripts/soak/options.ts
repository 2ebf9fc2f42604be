import { parseArgs } from 'node:util';

export interface SoakOptions {
  readonly codex: 'fake' | 'real';
  /** How long jobs are handed over. */
  readonly minutes: number;
  /** Jobs that are under way at a time. */
  readonly atOnce: number;
  /** Where the plot goes; nowhere without it. */
  readonly svg: string | null;
  readonly json: string | null;
}

/** @throws Error that says which option is wrong. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      codex: { type: 'string', default: 'real' },
      minutes: { type: 'string', default: '30' },
      'at-once': { type: 'string', default: '4' },
      svg: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const { codex, svg = null, json = null } = values;
  if (codex !== 'fake' && codex !== 'real') throw new Error(`Cannot use --codex "${codex}": write fake or real`);
  return {
    codex,
    minutes: positive('--minutes', values.minutes),
    atOnce: positive('--at-once', values['at-once']),
    svg,
    json,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`Cannot use ${name} "${text}": write a number above 0`);
}
