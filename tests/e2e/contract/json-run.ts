import * as v from 'valibot';
import { expect } from 'vitest';
import type { Rig, RunOptions } from '../../support/rig.ts';

export interface Expected extends RunOptions {
  readonly exit?: number;
}

/** Runs a command with --json: one document on stdout, nothing beside it, every promised key with its type. */
export async function jsonRun<T>(
  rig: Rig,
  args: readonly string[],
  schema: v.GenericSchema<unknown, T>,
  { exit = 0, ...options }: Expected = {},
): Promise<T> {
  const { code, stdout, stderr } = await rig.run([...args, '--json'], options);
  expect({ args, code, stderr: exit === 0 ? stderr : '' }).toEqual({ args, code: exit, stderr: '' });
  return parsed(schema, JSON.parse(stdout));
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Error(`${v.summarize(result.issues)}\n${JSON.stringify(value, null, 2)}`);
}
