import { emitKeypressEvents, type Key } from 'node:readline';
import type { ReadStream } from 'node:tty';

/**
 * Calls `listener` with each key: what it types (`a`, `?`), or its name (`up`, `pagedown`, `enter`, `escape`), with
 * `ctrl-` before it where that is held. The terminal has to be in raw mode. Returns the way to stop.
 */
export function onKeys(input: ReadStream, listener: (key: string) => void): () => void {
  const onKey = (typed: string | undefined, key: Key) => {
    const name = nameOf(typed, key);
    if (name !== null) listener(name);
  };
  emitKeypressEvents(input);
  input.on('keypress', onKey).resume();
  return () => {
    input.off('keypress', onKey).pause();
  };
}

function nameOf(typed: string | undefined, { name, ctrl, meta }: Key): string | null {
  if (ctrl) return name === undefined ? null : `ctrl-${name}`;
  if (name === 'escape') return name;
  if (meta) return null;
  if (name === 'return') return 'enter';
  return typed !== undefined && /^[!-~]$/u.test(typed) ? typed : (name ?? null);
}
