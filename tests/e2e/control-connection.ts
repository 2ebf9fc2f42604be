import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { BOUND_MS } from '../support/rig.ts';

export interface ControlConnection {
  /** Every message that came, as it was parsed. */
  readonly messages: ReadonlyArray<Readonly<Record<string, unknown>>>;
  /** The other side has ended the connection. */
  readonly closed: Promise<unknown>;
  /** The message that answers. */
  ask(method: string, params: object): Promise<Readonly<Record<string, unknown>>>;
}

/** A client of the control socket that is none of ours: it says hello in JSON, a message a line, and listens. */
export async function connectControl(endpoint: string): Promise<ControlConnection> {
  const socket = connect(endpoint);
  onTestFinished(() => void socket.destroy());
  const closed = once(socket, 'close');
  const messages: Array<Record<string, unknown>> = [];
  let open = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${open}${chunk}`.split('\n');
    open = lines.pop() ?? '';
    messages.push(...lines.map((line) => JSON.parse(line)));
  });
  let asked = 0;
  const ask = (method: string, params: object) => {
    asked += 1;
    const ours = `request ${asked}`;
    socket.write(`${JSON.stringify({ jsonrpc: '2.0', id: ours, method, params })}\n`);
    return eventually(() => messages.find(({ id }) => id === ours), {
      withinMs: BOUND_MS,
      what: `answer to ${method}`,
    });
  };
  await ask('hello', { protocolVersion: 1, client: { name: 'a test', version: '0', pid: process.pid } });
  return { messages, closed, ask };
}
