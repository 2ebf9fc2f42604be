import { createServer, type Socket } from 'node:net';
import * as v from 'valibot';
import { deferred } from '../../../src/util/deferred.ts';
import { eventually } from '../eventually.ts';
import { linesOf } from './lines.ts';
import type { StepInput } from './steps/schema.ts';

const HelloSchema = v.object({ pid: v.number(), threadId: v.string(), turnId: v.string(), prompt: v.string() });
type Hello = v.InferOutput<typeof HelloSchema>;

const AckSchema = v.union([v.object({ done: v.string() }), v.object({ problem: v.string() })]);
type Ack = v.InferOutput<typeof AckSchema>;

/** A turn with the prompt `FAKE:scripted`, in the hands of a test. */
export interface ScriptedTurn extends Hello {
  /** Sends a step and does not wait: for steps that never end, or that end the process. */
  send(step: StepInput): void;
  /** Sends a step and waits until it was played, or until the turn or its process ended. Throws on a bad step. */
  run(step: StepInput): Promise<'played' | 'closed'>;
  /** The turn has ended, or its process. */
  readonly closed: Promise<void>;
}

export interface FakeControl {
  /** The next turn that nobody has asked for yet, in the order in which they began. */
  nextTurn(withinMs: number): Promise<ScriptedTurn>;
  close(): Promise<void>;
}

/** Listens on the Unix socket that `FAKE_CODEX_CONTROL` names. */
export async function startFakeControl(socketPath: string): Promise<FakeControl> {
  const arrived: ScriptedTurn[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    void attend(socket, (turn) => arrived.push(turn));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  return {
    nextTurn: (withinMs) => eventually(() => arrived.shift(), { withinMs, what: 'scripted turn' }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function attend(socket: Socket, began: (turn: ScriptedTurn) => void): Promise<void> {
  const closed = deferred<void>();
  const waiting: Array<(ack: Ack | undefined) => void> = [];
  socket.on('close', () => {
    closed.resolve();
    for (const settle of waiting.splice(0)) settle(undefined);
  });
  let greeted = false;
  try {
    for await (const line of linesOf(socket)) {
      const message: unknown = JSON.parse(line);
      if (greeted) waiting.shift()?.(v.parse(AckSchema, message));
      else began(scriptedTurn(socket, v.parse(HelloSchema, message), waiting, closed.promise));
      greeted = true;
    }
  } catch {
    // A process that was killed resets the connection; `closed` tells.
  }
}

function scriptedTurn(
  socket: Socket,
  hello: Hello,
  waiting: Array<(ack: Ack | undefined) => void>,
  closed: Promise<void>,
): ScriptedTurn {
  const submit = (step: StepInput): Promise<Ack | undefined> => {
    const { promise, resolve } = deferred<Ack | undefined>();
    if (socket.destroyed) resolve(undefined);
    else waiting.push(resolve);
    socket.write(`${JSON.stringify(step)}\n`);
    return promise;
  };
  return {
    ...hello,
    closed,
    send: (step) => void submit(step),
    run: async (step) => {
      const ack = await submit(step);
      if (ack !== undefined && 'problem' in ack) throw new Error(ack.problem);
      return ack === undefined ? 'closed' : 'played';
    },
  };
}
