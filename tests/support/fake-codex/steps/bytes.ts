import type { Turn } from '../turn.ts';
import { commandItem, result } from './command.ts';
import type { StepOf } from './schema.ts';
import type { Stage } from './stage.ts';

const CHUNK = 1_048_576;

const COMMANDS_A_WRITE = 1_000;

export function garbage({ app }: Stage, step: StepOf<'garbage'>): void {
  app.wire.raw(`${step.text}\n`.repeat(step.count));
}

export function longLine(stage: Stage, step: StepOf<'longLine'>): void {
  fill(step.bytes, 'x', (bytes) => stage.app.wire.raw(bytes));
  stage.app.wire.raw('\n');
}

export function noNewline({ app }: Stage, step: StepOf<'noNewline'>): void {
  fill(step.bytes, 'x', (bytes) => app.wire.raw(bytes));
}

/** `text` once, or over and over until `bytes` are written. */
export async function stderr(step: StepOf<'stderr'>): Promise<void> {
  if (step.bytes === 0) process.stderr.write(step.text);
  else fill(step.bytes, step.text, (bytes) => process.stderr.write(bytes));
  // What is not out yet would be lost by an exit.
  await new Promise<void>((resolve) => process.stderr.write('', () => resolve()));
}

/** As fast as the pipe takes it, and no faster: what waits to be written is memory, too. */
export async function flood({ app, turn }: Stage, step: StepOf<'flood'>): Promise<void> {
  for (let from = 0; from < step.count; from += COMMANDS_A_WRITE) {
    const count = Math.min(COMMANDS_A_WRITE, step.count - from);
    await app.wire.notifyAll(Array.from({ length: count }, (_, i) => numberedCommand(turn, from + i)).flat());
    turn.signal.throwIfAborted();
  }
}

function numberedCommand(turn: Turn, i: number): Array<readonly [method: string, params: object]> {
  const item = { ...commandItem(turn, `/bin/bash -lc 'cmd-${i}'`), id: `cmd-${i}` };
  return [
    ['item/started', turn.itemStarted(item)],
    ['item/completed', turn.itemCompleted({ ...item, ...result(0, `out-${i}`, 0) })],
  ];
}

function fill(bytes: number, pattern: string, write: (bytes: string) => void): void {
  const chunk = pattern.repeat(Math.ceil(Math.min(CHUNK, bytes) / pattern.length)).slice(0, CHUNK);
  for (let left = bytes; left > 0; left -= chunk.length) write(chunk.slice(0, left));
}
