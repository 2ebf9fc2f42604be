import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Few samples of everything: shows that it runs, and not much more. */
  readonly quick: boolean;
  /** Only measurements whose name begins with one of these; all when empty. */
  readonly only: readonly string[];
  /** Results to compare with; the last committed ones when null. */
  readonly compare: string | null;
}

/** @throws Error that says which option is wrong. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      compare: { type: 'string' },
    },
  });
  return { quick: values.quick, only: values.only, compare: values.compare ?? null };
}
