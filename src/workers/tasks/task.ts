import type { Link } from '../link.ts';
import { nameThread } from '../name-thread.ts';
import { openThread } from '../open-thread.ts';
import type { Outcome, TaskInput } from '../port.ts';
import { TurnFollower } from '../turn-follower.ts';

/**
 * One turn on a new or a resumed thread. The wait for its end races everything that can end it from
 * within the thread; clocks and cancel come from the broker, which ends the turn or the thread.
 */
export async function runTask(input: TaskInput, link: Link): Promise<Outcome> {
  const threadId = await openThread(input, link);
  const turn = new TurnFollower(link, threadId);
  link.listen(turn);
  return Promise.race([startTurn(input, link, threadId, turn), turn.ended]);
}

/** Settles with the turn's end, not with its start: a start that is never answered is part of the race. */
async function startTurn(input: TaskInput, link: Link, threadId: string, turn: TurnFollower): Promise<Outcome> {
  const { prompt, model, effort, outputSchema } = input.request;
  const starting = link.call('turn/start', {
    threadId,
    input: [{ type: 'text', text: prompt, text_elements: [] }],
    ...(model === null ? {} : { model }),
    ...(effort === null ? {} : { effort }),
    ...(outputSchema === null ? {} : { outputSchema }),
  });
  nameThread(input, link, threadId);
  turn.started((await starting).turn);
  return turn.ended;
}
