import { Turn } from '../turn.ts';
import type { Step, StepOf } from './schema.ts';
import { hang, type Stage } from './stage.ts';

/**
 * A child thread with a turn of its own, streamed on the same connection. No `thread/started` is sent for it, and
 * interrupting the parent does not stop it, as with the real server.
 */
export async function subagent(stage: Stage, step: StepOf<'subagent'>): Promise<void> {
  const { app, turn } = stage;
  const child = app.threads.open({ cwd: turn.thread.cwd, model: turn.thread.model, ephemeral: true });
  turn.children.push(child);
  tellParent(stage, step, child.id);
  const childTurn = new Turn(child, app.wire, { rootTurnId: turn.id });
  childTurn.announce('fake child prompt');
  const finished = stage.perform(childTurn, childSteps(step));
  if (step.outlive) void finished;
  else await Promise.race([finished, hang(turn)]);
}

function childSteps(step: StepOf<'subagent'>): Step[] {
  const work: Step = step.never ? { do: 'hang' } : { do: 'wait', ms: step.ms };
  return [work, { do: 'finish', text: step.text }];
}

function tellParent({ turn }: Stage, step: StepOf<'subagent'>, childId: string): void {
  const id = turn.newItemId('agent');
  if (step.version === 'v2') {
    const item = { type: 'subAgentActivity', id, kind: 'started', agentThreadId: childId, agentPath: '/root/fake' };
    turn.started(item);
    turn.completed(item);
    return;
  }
  const call = { tool: 'spawnAgent', senderThreadId: turn.thread.id, prompt: 'fake child prompt', agentsStates: {} };
  const item = { type: 'collabAgentToolCall', id, status: 'inProgress', receiverThreadIds: [childId], ...call };
  turn.started({ ...item, receiverThreadIds: [] });
  turn.completed({ ...item, status: 'completed' });
}
