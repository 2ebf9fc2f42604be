import * as v from 'valibot';
import { readJournal, received } from '../support/fake-codex/journal.ts';
import type { Rig } from '../support/rig.ts';

/** What an app-server that never answers costs: two interrupts of 2 s each, and the thread's grace. */
export const SILENT_BOUND_MS = 8_000;

const ThreadStartSchema = v.object({
  params: v.object({
    cwd: v.string(),
    approvalPolicy: v.string(),
    sandbox: v.string(),
    model: v.optional(v.string()),
    ephemeral: v.boolean(),
  }),
});
const TurnStartSchema = v.object({
  params: v.object({
    threadId: v.string(),
    input: v.tuple([v.object({ text: v.string() })]),
    model: v.optional(v.string()),
    effort: v.optional(v.string()),
  }),
});
const NameSetSchema = v.object({ params: v.object({ threadId: v.string(), name: v.string() }) });
const InterruptSchema = v.object({ params: v.object({ threadId: v.string(), turnId: v.string() }) });

/** What the fake codex was asked for, in the order of arrival. */
export function threadStarts(rig: Rig) {
  return received(rig.journal, 'thread/start').map((message) => v.parse(ThreadStartSchema, message).params);
}

export function turnStarts(rig: Rig) {
  return received(rig.journal, 'turn/start').map((message) => v.parse(TurnStartSchema, message).params);
}

/** The name of each thread that got one, in the order of their first. Each gets it twice. */
export function threadNames(rig: Rig): string[] {
  const named = received(rig.journal, 'thread/name/set').map((message) => v.parse(NameSetSchema, message).params);
  return [...new Map(named.map(({ threadId, name }) => [threadId, name])).values()];
}

export function interrupts(rig: Rig) {
  return received(rig.journal, 'turn/interrupt').map((message) => v.parse(InterruptSchema, message).params);
}

/** The prompts as they reached Codex. */
export function promptsAtCodex(rig: Rig): string[] {
  return turnStarts(rig).map(({ input: [{ text }] }) => text);
}

/** Pids of the real processes behind commands of turns. */
export function commandPids(rig: Rig): number[] {
  return readJournal(rig.journal).flatMap((entry) => (entry.kind === 'spawned' ? [entry.child] : []));
}

/** Processes of the app-server that were ever started; Codex is also asked for its version and its help. */
export function appServersStarted(rig: Rig): number {
  return readJournal(rig.journal).filter(
    (entry) => entry.kind === 'started' && entry.argv.slice(0, 2).join(' ') === 'app-server -c',
  ).length;
}
