import type { Link } from './link.ts';
import { nameThread } from './name-thread.ts';
import { openThread } from './open-thread.ts';
import type { Outcome, TaskInput } from './port.ts';
import { TurnFollower } from './turn-follower.ts';

/** Asks the app-server to start the turn, on that thread. */
type Start = (threadId: string) => Promise<{ readonly turn: { readonly id: string } }>;

/**
 * One turn on a new or a resumed thread, however it is started. The wait for its end races everything that can end it from
 * within the thread; clocks and cancel come from the broker, which ends the turn or the thread.
 */
export async function runTurn(input: TaskInput, link: Link, start: Start): Promise<Outcome> {
  const threadId = await openThread(input, link);
  const turn = new TurnFollower(link, threadId);
  link.listen(turn);
  const starting = start(threadId);
  nameThread(input, link, threadId);
  return Promise.race([endOf(starting, turn), turn.ended]);
}

/** Settles with the turn's end, not with its start: a start that is never answered is part of the race. */
async function endOf(starting: ReturnType<Start>, turn: TurnFollower): Promise<Outcome> {
  turn.started((await starting).turn);
  return turn.ended;
}
