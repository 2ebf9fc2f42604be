import type { App } from './app.ts';
import { finish } from './steps/endings.ts';
import { usage } from './steps/notices.ts';
import { play } from './steps/play.ts';
import { exitReview, NO_REVIEW } from './steps/review.ts';
import type { Step } from './steps/schema.ts';
import type { Stage } from './steps/stage.ts';
import type { Ending, Item, Turn } from './turn.ts';

/** Plays a whole turn and ends it. Steps that run out finish it with "fake answer". Never rejects. */
export async function perform(app: App, turn: Turn, steps: Iterable<Step> | AsyncIterable<Step>): Promise<void> {
  const stage: Stage = { app, turn, perform: (other, itsSteps) => perform(app, other, itsSteps) };
  conclude(stage, await endingOf(stage, steps));
}

async function endingOf(stage: Stage, steps: Iterable<Step> | AsyncIterable<Step>): Promise<Ending> {
  const { turn } = stage;
  try {
    for await (const step of steps) {
      const ending = await play(stage, step);
      if (ending !== undefined) return ending;
    }
    return finish(stage, { text: turn.review === null ? 'fake answer' : `fake review of ${turn.review}` });
  } catch (error) {
    if (turn.signal.aborted && turn.whenInterrupted !== 'unanswered') return turn.whenInterrupted;
    process.stderr.write(`fake-codex: cannot play the turn: ${String(error)}\n`);
    return { status: 'failed', error: { message: String(error), codexErrorInfo: 'other' } };
  }
}

function conclude(stage: Stage, ending: Ending): void {
  const { turn } = stage;
  switch (ending.status) {
    case 'completed':
      complete(stage, ending.text, ending);
      if (ending.exitAfterMs !== undefined) exitAfter(ending.exitAfterMs);
      return;
    case 'failed':
      if (turn.review !== null) exitReview(turn, NO_REVIEW);
      turn.statusChanged({ type: 'systemError' });
      turn.notify('error', { error: { ...ending.error, additionalDetails: null }, willRetry: false });
      turn.end(ending, []);
      return;
    case 'interrupted':
      if (turn.review !== null) exitReview(turn, NO_REVIEW);
      turn.statusChanged({ type: 'idle' });
      turn.end(ending, []);
  }
}

function complete(stage: Stage, text: string, ending: Ending): void {
  const { turn } = stage;
  const item = turn.review === null ? finalAnswer(turn, text) : exitReview(turn, { review: text, message: text });
  if (!turn.usageReported) usage(stage, { inputTokens: 100, outputTokens: 20 });
  turn.statusChanged({ type: 'idle' });
  turn.end(ending, [item]);
}

function finalAnswer(turn: Turn, text: string): Item {
  const id = turn.newItemId('msg');
  const item: Item = { type: 'agentMessage', id, text, phase: 'final_answer', memoryCitation: null };
  turn.started({ ...item, text: '' });
  turn.completed(item);
  return item;
}

/** At 0 in the same tick: whoever read `turn/completed` finds the process gone. */
function exitAfter(ms: number): void {
  if (ms === 0) process.exit(0);
  setTimeout(() => process.exit(0), ms);
}
