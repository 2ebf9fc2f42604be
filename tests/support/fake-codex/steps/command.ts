import { type ChildProcess, spawn } from 'node:child_process';
import type { Item, Turn } from '../turn.ts';
import type { StepOf } from './schema.ts';
import { hang, inParts, type Stage } from './stage.ts';

/**
 * An item `commandExecution`. As with the real server an interrupted turn leaves the item open and the process
 * running; `thread/backgroundTerminals/clean` ends both.
 */
export async function command(stage: Stage, step: StepOf<'command'>): Promise<void> {
  const { turn } = stage;
  const child = step.sleepS === undefined ? undefined : startSleep(stage, step.sleepS);
  const item = commandItem(turn, step.command, child?.pid);
  turn.started(item);
  const open = { end: () => end(turn, item, child) };
  turn.thread.openCommands.add(open);
  if (step.never) await hang(turn);
  await inParts(turn, step, (part) => {
    // The real server sends no delta for the first chunk of output either.
    if (part > 0) turn.notify('item/commandExecution/outputDelta', { itemId: item.id, delta: step.output });
  });
  if (child === undefined) turn.thread.openCommands.delete(open);
  turn.completed({ ...item, ...result(step.exitCode, step.output, step.ms) });
}

export function commandItem(turn: Turn, text: string, pid?: number): Item {
  return {
    type: 'commandExecution',
    id: turn.newItemId('cmd'),
    pluginId: null,
    scriptPath: null,
    command: text,
    cwd: turn.thread.cwd,
    processId: pid === undefined ? null : String(pid),
    source: 'unifiedExecStartup',
    status: 'inProgress',
    commandActions: [{ type: 'unknown', command: text }],
    aggregatedOutput: null,
    exitCode: null,
    durationMs: null,
    startedAtMs: Date.now(),
    completedAtMs: null,
  };
}

export function result(exitCode: number, output: string, durationMs: number): object {
  const status = exitCode === 0 ? 'completed' : 'failed';
  return { status, exitCode, aggregatedOutput: output, durationMs, completedAtMs: Date.now() };
}

function end(turn: Turn, item: Item, child: ChildProcess | undefined): void {
  child?.kill('SIGKILL');
  turn.completed({ ...item, ...result(-1, '', 0) });
}

/** In a session of its own, so that only its environment tells whose it is; bounded, so that none stays for ever. */
function startSleep({ app }: Stage, seconds: number): ChildProcess {
  const child = spawn('sleep', [String(seconds)], { detached: true, stdio: 'ignore' });
  child.unref();
  if (child.pid !== undefined) app.journal.note({ kind: 'spawned', child: child.pid });
  return child;
}
