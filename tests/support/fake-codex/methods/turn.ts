import * as v from 'valibot';
import type { App } from '../app.ts';
import { type Call, Refusal } from '../call.ts';
import { remoteSteps } from '../control.ts';
import { perform } from '../perform.ts';
import { type Script, scriptOf } from '../script.ts';
import type { Step, StepOf } from '../steps/schema.ts';
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
  if (thread.turn === undefined) beginTurn(app, call, thread, promptOf(input));
  else call.reply({ turn: thread.turn.describe('inProgress') });
}

export function turnInterrupt(app: App, call: Call): void {
  const { threadId, turnId } = call.params(InterruptSchema);
  const { turn } = loaded(app, threadId);
  if (turn === undefined && turnId !== '') throw new Refusal('no active turn to interrupt');
  if (turn !== undefined && turnId !== '' && turnId !== turn.id) {
    throw new Refusal(`expected active turn id ${turnId} but found ${turn.id}`);
  }
  if (turn?.whenInterrupted === 'unanswered') return;
  call.reply({});
  turn?.interrupt();
}

function beginTurn(app: App, call: Call, thread: Thread, prompt: string): void {
  const script = scriptOf(prompt);
  const opening = openingOf(script);
  if (opening?.do === 'refuseTurn') throw new Refusal(opening.message, opening.code);
  const turn = new Turn(thread, app.wire);
  begin(turn, call, prompt, opening);
  const silent = opening?.do === 'noTurnStartReply' && !opening.started;
  void perform(app, turn, silent ? [{ do: 'hang' }] : stepsOf(app, turn, prompt, script));
}

function promptOf(input: ReadonlyArray<{ readonly text: string }>): string {
  return input.map((part) => part.text).join('\n');
}

function loaded(app: App, threadId: string): Thread {
  const thread = app.threads.get(threadId);
  if (thread === undefined) throw new Refusal(`thread not found: ${threadId}`);
  return thread;
}

type Opening = StepOf<'noTurnStartReply' | 'turnStartedBeforeResponse' | 'refuseTurn'>;

function openingOf(script: Script): Opening | undefined {
  return script.kind === 'steps' ? script.steps.find(isOpening) : undefined;
}

function isOpening(step: Step): step is Opening {
  return step.do === 'noTurnStartReply' || step.do === 'turnStartedBeforeResponse' || step.do === 'refuseTurn';
}

function begin(turn: Turn, call: Call, prompt: string, opening: Opening | undefined): void {
  const answered = opening?.do !== 'noTurnStartReply';
  const announced = answered || opening.started;
  const early = opening?.do === 'turnStartedBeforeResponse';
  if (answered && !early) call.reply({ turn: turn.describe('inProgress') });
  if (announced) turn.announce(prompt);
  if (early) call.reply({ turn: turn.describe('inProgress') });
}

function stepsOf(app: App, turn: Turn, prompt: string, script: Script): Iterable<Step> | AsyncIterable<Step> {
  switch (script.kind) {
    case 'steps':
      return script.steps;
    case 'remote':
      if (app.settings.controlSocket !== undefined) return remoteSteps(app.settings.controlSocket, turn, prompt);
      return complaint('Cannot play "FAKE:scripted": FAKE_CODEX_CONTROL is not set');
    case 'bad':
      return complaint(script.problem);
  }
}

/** A script that cannot be played: said on stderr, and the turn fails with it. */
function complaint(problem: string): Step[] {
  process.stderr.write(`fake-codex: ${problem}\n`);
  return [{ do: 'fail', message: problem, codexErrorInfo: 'badRequest' }];
}
