import { connect, type Socket } from 'node:net';
import { linesOf } from './lines.ts';
import { stepFrom } from './script.ts';
import type { Step } from './steps/schema.ts';
import type { Turn } from './turn.ts';

/**
 * The steps of a turn as a test sends them: one connection a turn. We say `{pid, threadId, turnId, prompt}`, then
 * read one step a line, and answer each with `{"done": <step>}` when it was played, or with `{"problem": …}`.
 * The turn's end closes the connection; the test's closing it finishes the turn.
 */
export async function* remoteSteps(socketPath: string, turn: Turn, prompt: string): AsyncGenerator<Step> {
  const socket = connect(socketPath);
  const stop = () => socket.destroy();
  turn.signal.addEventListener('abort', stop, { once: true });
  socket.on('error', () => undefined);
  say(socket, { pid: process.pid, threadId: turn.thread.id, turnId: turn.id, prompt });
  try {
    for await (const line of linesOf(socket)) {
      const parsed = stepFrom(line);
      if ('problem' in parsed) {
        process.stderr.write(`fake-codex: ${parsed.problem}\n`);
        say(socket, { problem: parsed.problem });
        continue;
      }
      yield parsed.step;
      say(socket, { done: parsed.step.do });
    }
    turn.signal.throwIfAborted();
  } finally {
    socket.end();
  }
}

function say(socket: Socket, message: object): void {
  socket.write(`${JSON.stringify(message)}\n`);
}
