import * as v from 'valibot';
import type { App } from '../app.ts';
import { begin, playableOf } from '../begin.ts';
import { type Call, Refusal } from '../call.ts';
import { scriptOf } from '../script.ts';
import type { Thread } from '../thread.ts';
import { Turn } from '../turn.ts';

const StartSchema = v.looseObject({
  threadId: v.string(),
  input: v.array(v.looseObject({ type: v.string(), text: v.optional(v.string(), '') })),
});
const InterruptSchema = v.looseObject({ threadId: v.string(), turnId: v.string() });

export function turnStart(app: App, call: Call): void {
  const { threadId, input } = call.params(StartSchema);
  const thread = loaded(app, threadId);
  // A busy thread is steered: no error, and the id of the turn that runs.
  if (thread.turn === undefined) beginPrompted(app, call, thread, promptOf(input));
  else call.reply({ turn: thread.turn.describe('inProgress') });
}

export function turnInterrupt(app: App, call: Call): void {
  const { threadId, turnId } = call.params(InterruptSchema);
  const { turn } = loaded(app, threadId);
  if (turn === undefined && turnId !== '') throw new Refusal('no active turn to interrupt');
  if (turn !== undefined && turnId !== '' && turnId !== turn.activeId) {
    throw new Refusal(`expected active turn id ${turnId} but found ${turn.activeId}`);
  }
  if (turn?.whenInterrupted === 'unanswered') return;
  call.reply({});
  turn?.interrupt();
}

function beginPrompted(app: App, call: Call, thread: Thread, prompt: string): void {
  const playable = playableOf(scriptOf(prompt));
  const turn = new Turn(thread, app.wire);
  begin(app, playable, {
    turn,
    prompt,
    reply: () => call.reply({ turn: turn.describe('inProgress') }),
    announce: () => turn.announce(prompt),
  });
}

function promptOf(input: ReadonlyArray<{ readonly text: string }>): string {
  return input.map((part) => part.text).join('\n');
}

export function loaded(app: App, threadId: string): Thread {
  const thread = app.threads.get(threadId);
  if (thread === undefined) throw new Refusal(`thread not found: ${threadId}`);
  return thread;
}
