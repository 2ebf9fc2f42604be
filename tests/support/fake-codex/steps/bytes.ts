import { commandItem, result } from './command.ts';
import type { StepOf } from './schema.ts';
import type { Stage } from './stage.ts';

const CHUNK = 1_048_576;

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
export function stderr(step: StepOf<'stderr'>): void {
  if (step.bytes === 0) process.stderr.write(step.text);
  else fill(step.bytes, step.text, (bytes) => process.stderr.write(bytes));
}

export function flood({ app, turn }: Stage, step: StepOf<'flood'>): void {
  const notices: Array<readonly [string, object]> = [];
  for (let i = 0; i < step.count; i += 1) {
    const item = { ...commandItem(turn, `cmd-${i}`), id: `cmd-${i}` };
    notices.push(['item/started', turn.addressed({ item })]);
    notices.push(['item/completed', turn.addressed({ item: { ...item, ...result(0, `out-${i}`, 0) } })]);
  }
  app.wire.notifyAll(notices);
}

function fill(bytes: number, pattern: string, write: (bytes: string) => void): void {
  const chunk = pattern.repeat(Math.ceil(Math.min(CHUNK, bytes) / pattern.length)).slice(0, CHUNK);
  for (let left = bytes; left > 0; left -= chunk.length) write(chunk.slice(0, left));
}
