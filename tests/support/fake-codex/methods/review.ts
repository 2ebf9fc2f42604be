import * as v from 'valibot';
import type { App } from '../app.ts';
import { begin, playableOf } from '../begin.ts';
import { type Call, Refusal } from '../call.ts';
import { scriptOf } from '../script.ts';
import { enterReview } from '../steps/review.ts';
import { Turn } from '../turn.ts';
import { loaded } from './turn.ts';

const StartSchema = v.looseObject({
  threadId: v.string(),
  target: v.variant('type', [
    v.looseObject({ type: v.literal('uncommittedChanges') }),
    v.looseObject({ type: v.literal('baseBranch'), branch: v.string() }),
    v.looseObject({ type: v.literal('commit'), sha: v.string() }),
    v.looseObject({ type: v.literal('custom'), instructions: v.string() }),
  ]),
  delivery: v.nullish(v.literal('inline')),
});

/** The answer names the turn by another id than `turn/started`, which has that one as its root. */
export function reviewStart(app: App, call: Call): void {
  const { threadId, target } = call.params(StartSchema);
  const thread = loaded(app, threadId);
  if (thread.turn !== undefined) throw new Refusal('fake: a turn of the thread is active');
  const playable = playableOf(scriptOf(app.settings.review()));
  const hint = hintOf(target);
  const turn = new Turn(thread, app.wire, { review: hint });
  begin(app, playable, {
    turn,
    prompt: `fake review of ${hint}`,
    reply: () => {
      const started = { ...turn.describe('inProgress'), rootTurnId: null, items: [turn.userMessage(hint)] };
      call.reply({ turn: started, reviewThreadId: thread.id });
    },
    announce: () => {
      enterReview(turn, hint);
      turn.announce(`fake review prompt for ${hint}`);
    },
  });
}

function hintOf(target: v.InferOutput<typeof StartSchema>['target']): string {
  switch (target.type) {
    case 'uncommittedChanges':
      return 'current changes';
    case 'baseBranch':
      return `changes against '${target.branch}'`;
    case 'commit':
      return `commit ${target.sha.slice(0, 7)}`;
    case 'custom':
      return target.instructions;
  }
}
