import * as v from 'valibot';
import type { Answer } from '../client-asks.ts';
import { commandItem, result } from './command.ts';
import type { StepOf } from './schema.ts';
import type { Stage } from './stage.ts';

/**
 * Asks the client to approve a command or a file change and waits for ever. Accepted, the item completes; anything
 * else declines it, and `cancel` also interrupts the turn.
 */
export async function approval(stage: Stage, step: StepOf<'approval'>): Promise<void> {
  const { turn } = stage;
  const item = approvalItem(stage, step);
  turn.started(item);
  turn.statusChanged({ type: 'active', activeFlags: ['waitingOnApproval'] });
  const details = { kind: 'command', command: step.command, cwd: turn.thread.cwd, availableDecisions: DECISIONS };
  const params = { itemId: item.id, startedAtMs: Date.now(), reason: 'fake wants it' };
  const answer = await ask(
    stage,
    `item/${item.type}/requestApproval`,
    step.kind === 'command' ? { ...params, ...details } : params,
  );
  turn.statusChanged({ type: 'active', activeFlags: [] });
  const decision = decisionOf(answer);
  turn.answers.push(decision);
  turn.completed({ ...item, ...outcome(step, decision) });
  if (decision === 'cancel') {
    turn.interrupt();
    turn.signal.throwIfAborted();
  }
}

/** Any other request to the client; the answer is reported as JSON. */
export async function request(stage: Stage, step: StepOf<'request'>): Promise<void> {
  stage.turn.answers.push(JSON.stringify(await ask(stage, step.method, step.params)));
}

const DECISIONS = ['accept', 'decline', 'cancel'];

async function ask({ app, turn }: Stage, method: string, params: object): Promise<Answer> {
  const { id, answer } = await app.asks.ask(method, turn.addressed(params), turn.signal);
  app.wire.notify('serverRequest/resolved', { threadId: turn.thread.id, requestId: id });
  return answer;
}

function approvalItem({ turn }: Stage, step: StepOf<'approval'>) {
  if (step.kind === 'command') return commandItem(turn, step.command);
  const changes = [{ path: 'fake.txt', kind: { type: 'add' }, diff: '+fake line\n' }];
  return { type: 'fileChange', id: turn.newItemId('patch'), changes, status: 'inProgress' };
}

function outcome(step: StepOf<'approval'>, decision: string): object {
  if (decision === 'accept' || decision === 'acceptForSession') {
    return step.kind === 'command' ? result(0, 'approved\n', 0) : { status: 'completed' };
  }
  return { status: decision === 'decline' || decision === 'cancel' ? 'declined' : 'failed' };
}

const DecisionSchema = v.object({ decision: v.string() });

function decisionOf(answer: Answer): string {
  if ('error' in answer) return 'error';
  const parsed = v.safeParse(DecisionSchema, answer.result);
  return parsed.success ? parsed.output.decision : JSON.stringify(answer.result);
}
