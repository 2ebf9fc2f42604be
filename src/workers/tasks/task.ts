import type { CodexResult, ThreadSettings } from '../../codex/requests.ts';
import type { Link } from '../link.ts';
import type { Outcome, TaskInput } from '../port.ts';
import { TurnFollower } from '../turn-follower.ts';

/**
 * One turn on a new or a resumed thread. The wait for its end races everything that can end it from
 * within the thread; clocks and cancel come from the broker, which ends the turn or the thread.
 */
export async function runTask(input: TaskInput, link: Link): Promise<Outcome> {
  const opened = await openThread(input, link);
  const threadId = opened.thread.id;
  link.threadReady(threadId, {
    model: opened.model,
    effort: input.request.effort ?? opened.reasoningEffort,
    sandbox: opened.sandbox,
    approvalPolicy: opened.approvalPolicy,
    codexVersion: input.codexVersion,
  });
  if (input.request.resumeThreadId === null) nameThread(input, link, threadId);
  const turn = new TurnFollower(link, threadId);
  link.listen(turn);
  return Promise.race([startTurn(input, link, threadId, turn), turn.ended]);
}

/** Settles with the turn's end, not with its start: a start that is never answered is part of the race. */
async function startTurn(input: TaskInput, link: Link, threadId: string, turn: TurnFollower): Promise<Outcome> {
  const { prompt, model, effort } = input.request;
  const { turn: started } = await link.call('turn/start', {
    threadId,
    input: [{ type: 'text', text: prompt, text_elements: [] }],
    ...(model === null ? {} : { model }),
    ...(effort === null ? {} : { effort }),
  });
  turn.started(started);
  return turn.ended;
}

async function openThread(input: TaskInput, link: Link): Promise<CodexResult<'thread/start'>> {
  const { resumeThreadId, write, model } = input.request;
  const settings: ThreadSettings = {
    cwd: input.cwd,
    approvalPolicy: 'never',
    sandbox: write ? 'workspace-write' : 'read-only',
    ...(model === null ? {} : { model }),
  };
  if (resumeThreadId === null) return link.call('thread/start', { ...settings, ephemeral: false });
  return link.call('thread/resume', { ...settings, threadId: resumeThreadId, excludeTurns: true });
}

/** A name helps people to find the thread again; a Codex that cannot set one still does the work. */
function nameThread(input: TaskInput, link: Link, threadId: string): void {
  link.call('thread/name/set', { threadId, name: input.threadName }).catch(() => undefined);
}
