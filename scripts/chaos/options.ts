import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly seed: number;
  readonly rounds: number;
  readonly codex: 'fake' | 'real';
  /** Where the figures go, as JSON. */
  readonly json: string | null;
  /** Only these faults, by a part of their name; all without it. */
  readonly only: string | null;
}

/** @throws Error that says which option is wrong. */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      rounds: { type: 'string', default: '20' },
      codex: { type: 'string', default: 'fake' },
      json: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { codex } = values;
  if (codex !== 'fake' && codex !== 'real') throw new Error(`Cannot use --codex "${codex}": write fake or real`);
  return {
    seed: wholeNumber('--seed', values.seed),
    rounds: wholeNumber('--rounds', values.rounds),
    codex,
    json: values.json ?? null,
    only: values.only ?? null,
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  throw new Error(`Cannot use ${name} "${text}": write a whole number`);
}
