import type { App } from './app.ts';
import { Refusal } from './call.ts';
import { remoteSteps } from './control.ts';
import { perform } from './perform.ts';
import type { Script } from './script.ts';
import type { Step, StepOf } from './steps/schema.ts';
import type { Turn } from './turn.ts';

type Opening = StepOf<'noTurnStartReply' | 'turnStartedBeforeResponse' | 'refuseTurn'>;

/** A script whose turn may begin. */
export interface Playable {
  readonly script: Script;
  readonly opening: Exclude<Opening, { do: 'refuseTurn' }> | undefined;
}

/** How one kind of turn answers the request that starts it, and says that it runs. */
export interface Beginning {
  readonly turn: Turn;
  readonly prompt: string;
  readonly reply: () => void;
  readonly announce: () => void;
}

/** @throws Refusal when the script says that the turn is refused. */
export function playableOf(script: Script): Playable {
  const opening = script.kind === 'steps' ? script.steps.find(isOpening) : undefined;
  if (opening?.do === 'refuseTurn') throw new Refusal(opening.message, opening.code);
  return { script, opening };
}

/** Answers the request, announces the turn and plays it, as its script wants them. */
export function begin(app: App, { script, opening }: Playable, { turn, prompt, reply, announce }: Beginning): void {
  turn.thread.updatedAt = Date.now();
  app.threads.save(turn.thread);
  const answered = opening?.do !== 'noTurnStartReply';
  const announced = answered || opening.started;
  const early = opening?.do === 'turnStartedBeforeResponse';
  if (answered && !early) reply();
  if (announced) announce();
  if (early) reply();
  void perform(app, turn, announced ? stepsOf(app, turn, prompt, script) : [{ do: 'hang' }]);
}

function isOpening(step: Step): step is Opening {
  return step.do === 'noTurnStartReply' || step.do === 'turnStartedBeforeResponse' || step.do === 'refuseTurn';
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
