import type { Item } from '../turn.ts';
import type { StepOf } from './schema.ts';
import { hang, inParts, type Stage, wait } from './stage.ts';

export async function say({ turn }: Stage, step: StepOf<'say'>): Promise<void> {
  const id = turn.newItemId('msg');
  const item = { type: 'agentMessage', id, text: '', phase: step.phase, memoryCitation: null };
  turn.started(item);
  const size = Math.ceil(step.text.length / Math.max(1, step.deltas));
  await inParts(turn, step, (part) => {
    const delta = step.text.slice(part * size, (part + 1) * size);
    turn.notify('item/agentMessage/delta', { itemId: id, delta });
  });
  turn.completed({ ...item, text: step.text });
}

export function reason({ turn }: Stage, step: StepOf<'reason'>): void {
  const id = turn.newItemId('reason');
  turn.started({ type: 'reasoning', id, summary: [], content: [] });
  for (const [summaryIndex, delta] of step.summary.entries()) {
    turn.notify('item/reasoning/summaryPartAdded', { itemId: id, summaryIndex });
    turn.notify('item/reasoning/summaryTextDelta', { itemId: id, summaryIndex, delta });
  }
  turn.completed({ type: 'reasoning', id, summary: step.summary, content: [] });
}

export function fileChange({ turn }: Stage, step: StepOf<'fileChange'>): void {
  const kind = step.kind === 'update' ? { type: step.kind, move_path: null } : { type: step.kind };
  const changes = [{ path: step.path, kind, diff: step.diff }];
  const item: Item = { type: 'fileChange', id: turn.newItemId('patch'), changes, status: 'inProgress' };
  turn.started(item);
  turn.completed({ ...item, status: step.status });
  if (step.status === 'completed') turn.notify('turn/diff/updated', { diff: step.diff });
}

export async function tool({ turn }: Stage, step: StepOf<'tool'>): Promise<void> {
  const call = { server: step.server, tool: step.tool, arguments: {}, result: null, error: null, durationMs: null };
  const item: Item = { type: 'mcpToolCall', id: turn.newItemId('tool'), status: 'inProgress', ...call };
  turn.started(item);
  if (step.never) await hang(turn);
  await wait(turn, step.ms);
  turn.completed({ ...item, status: 'completed', result: { content: [] }, durationMs: step.ms });
}
