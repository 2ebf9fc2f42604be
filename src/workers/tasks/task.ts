import type { Link } from '../link.ts';
import type { Outcome, TaskInput } from '../port.ts';
import { runTurn } from '../run-turn.ts';

/** A turn with a prompt. */
export function runTask(input: TaskInput, link: Link): Promise<Outcome> {
  const { prompt, model, effort, outputSchema } = input.request;
  return runTurn(input, link, (threadId) =>
    link.call('turn/start', {
      threadId,
      input: [{ type: 'text', text: prompt, text_elements: [] }],
      ...(model === null ? {} : { model }),
      ...(effort === null ? {} : { effort }),
      ...(outputSchema === null ? {} : { outputSchema }),
    }),
  );
}
