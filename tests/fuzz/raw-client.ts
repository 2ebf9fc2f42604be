import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that sends whatever bytes it likes, and does not mind how it ends. */
export class RawClient {
  readonly socket: Socket;
  /** Resolves when the connection is gone, from whichever side. */
  readonly closed: Promise<void>;
  #heard = '';

  private constructor(socket: Socket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
  }

  static async open(socketPath: string): Promise<RawClient> {
    const socket = connect(socketPath);
    const client = new RawClient(socket);
    await once(socket, 'connect');
    return client;
  }

  /** From here on what comes is read. */
  listen(): this {
    this.socket.setEncoding('utf8').on('data', (chunk: string) => {
      this.#heard += chunk;
    });
    return this;
  }

  send(bytes: string | Buffer): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  /** Says that nothing more comes, and waits until the other side has said all it had to say. */
  async finish(): Promise<void> {
    this.socket.end();
    await this.closed;
  }

  drop(): void {
    this.socket.destroy();
  }

  /** What has come so far. */
  get heard(): string {
    return this.#heard;
  }

  /** What has come so far, as far as it is whole lines. */
  get lines(): string[] {
    return this.#heard.split('\n').slice(0, -1);
  }
}
