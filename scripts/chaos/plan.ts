import type { Random } from '../lib/random.ts';
import { FAULTS, type FaultName } from './faults.ts';
import { type Prompt, somePrompt } from './prompts.ts';

/** Everything of a round happens within this time; then its jobs are left to their clocks. */
export const ROUND_MS = 2_500;

export const WORKSPACES = 3;

/** Sessions that hand over jobs. One that ends comes again in the next round. */
const SESSIONS = ['session-a', 'session-b'] as const;
export type Session = (typeof SESSIONS)[number];

/** One thing that happens, and when. `draw` picks its victim among those that are there by then. */
export type Action = { readonly atMs: number; readonly workspace: number; readonly draw: number } & (
  | {
      readonly kind: 'task';
      readonly background: boolean;
      readonly write: boolean;
      readonly prompt: Prompt;
      readonly session: Session | null;
    }
  | { readonly kind: 'sessionEnd'; readonly session: Session }
  | { readonly kind: 'read'; readonly command: 'status' | 'wait' | 'logs' | 'cancel' }
  | { readonly kind: 'signal'; readonly signal: 'SIGINT' | 'SIGTERM' }
  /** `atWork`: in a workspace that runs jobs, when there is one. */
  | { readonly kind: 'fault'; readonly fault: FaultName; readonly atWork: boolean }
);

export interface PlanOptions {
  readonly codex: 'fake' | 'real';
  readonly only: string | null;
}

/** A whole round, decided before it begins: by the seed, not by what happens in it. */
export function planRound(random: Random, options: PlanOptions): Action[] {
  const actions = [
    ...times(random.int(2, 6), () => task(random, options.codex)),
    ...times(random.int(1, 4), () => read(random)),
    ...times(random.int(0, 2), () => signal(random)),
    ...times(random.int(0, 1), () => sessionEnd(random)),
    ...times(random.int(1, 3), () => fault(random, options)),
  ];
  return actions.sort((a, b) => a.atMs - b.atMs);
}

function task(random: Random, codex: 'fake' | 'real'): Action {
  const background = random.chance(0.5);
  const write = random.chance(0.3);
  const session = random.pick([...SESSIONS, null]);
  return { ...moment(random, 0, 1_200), kind: 'task', background, write, session, prompt: somePrompt(codex, random) };
}

function sessionEnd(random: Random): Action {
  return { ...moment(random, 600, ROUND_MS), kind: 'sessionEnd', session: random.pick([...SESSIONS]) };
}

function read(random: Random): Action {
  const command = random.pick<'status' | 'wait' | 'logs' | 'cancel'>(['status', 'status', 'wait', 'logs', 'cancel']);
  return { ...moment(random, 300, ROUND_MS), kind: 'read', command };
}

function signal(random: Random): Action {
  return { ...moment(random, 300, ROUND_MS), kind: 'signal', signal: random.pick(['SIGINT', 'SIGTERM']) };
}

function fault(random: Random, { codex, only }: PlanOptions): Action {
  const possible = FAULTS.filter((one) => (codex === 'fake' || !one.fakeOnly) && one.name.includes(only ?? ''));
  const [first, ...others] = possible.flatMap((one) => Array.from({ length: one.weight }, () => one.name));
  if (first === undefined) throw new Error(`Cannot plan a round: no fault is called "${only}"`);
  return {
    ...moment(random, 100, ROUND_MS),
    kind: 'fault',
    fault: random.pick([first, ...others]),
    atWork: random.chance(0.75),
  };
}

function moment(random: Random, fromMs: number, toMs: number) {
  return { atMs: random.int(fromMs, toMs), workspace: random.int(0, WORKSPACES - 1), draw: random.next() };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
