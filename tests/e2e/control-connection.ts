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
  const client = { name: 'a test', version: '0', pid: process.pid };
  const hello = { jsonrpc: '2.0', id: 'first', method: 'hello', params: { protocolVersion: 1, client } };
  socket.write(`${JSON.stringify(hello)}\n`);
  await eventually(() => messages.find(({ id }) => id === 'first'), { withinMs: BOUND_MS, what: 'answer to hello' });
  return { messages, closed };
}
