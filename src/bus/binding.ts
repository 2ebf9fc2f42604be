import { capability, curveKeyPair, type XPublisher } from 'zeromq';
import { hasLostFile, removeSocketFile, socketAt } from '../util/local-endpoint.ts';
import { endpointOf, portEndpoint } from './endpoint.ts';

/** How events travel: by a socket's file, or by a port of this machine. */
export type Transport = 'ipc' | 'tcp';

/** What a build of ZeroMQ can do. */
export type Abilities = Readonly<Partial<Record<'ipc' | 'curve', boolean>>>;

/** Where a publisher is bound. */
export interface Binding {
  readonly endpoint: string;
  /** Binds a second time when new readers cannot find it any more. Returns whether it was necessary. */
  reopen(): boolean;
}

/**
 * A file where ZeroMQ can: its directory says who may read. A port is open to every user of the machine, so what goes
 * through it is encrypted, for readers who were told the key.
 *
 * @throws Error when it could only be a port that is open to all.
 */
export function transportOf(abilities: Abilities = capability): Transport {
  if (abilities.ipc === true) return 'ipc';
  if (abilities.curve === true) return 'tcp';
  throw new Error(
    'Cannot publish events: this build of zeromq has neither local sockets nor encryption (install the one of the registry: npm install zeromq)',
  );
}

/** @throws Error when something that is not a socket is at the path, or ZeroMQ cannot bind it. */
export async function bindFile(socket: XPublisher, socketPath: string): Promise<Binding> {
  const endpoint = endpointOf(socketPath);
  // ZeroMQ itself would delete whatever it finds, a regular file too.
  if (socketAt(socketPath) === 'other') {
    throw new Error(`Cannot bind "${socketPath}": what is there is not a socket (move it away)`);
  }
  removeSocketFile(socketPath);
  try {
    await socket.bind(endpoint);
  } catch (cause) {
    throw new Error(`Cannot bind "${socketPath}" (check that its directory exists and is writable)`, { cause });
  }
  return {
    endpoint,
    reopen: () => {
      if (!hasLostFile(socketPath)) return false;
      socket.bindSync(endpoint);
      return true;
    },
  };
}

/** @throws Error when ZeroMQ cannot bind a port of this machine, or would not encrypt. */
export async function bindPort(socket: XPublisher, abilities: Abilities = capability): Promise<Binding> {
  if (abilities.curve !== true) throw new Error('Cannot open a port for events: this build of zeromq does not encrypt');
  // Nobody is asked who he is: without the public key, which is told to our clients only, nobody gets as far as that.
  const { publicKey, secretKey } = curveKeyPair();
  socket.curveServer = true;
  socket.curveSecretKey = secretKey;
  try {
    await socket.bind('tcp://127.0.0.1:*');
  } catch (cause) {
    throw new Error('Cannot open a port on 127.0.0.1 for events', { cause });
  }
  const address = socket.lastEndpoint;
  if (socket.securityMechanism !== 'curve') throw new Error('Cannot open a port for events: it would not encrypt');
  if (address === null) throw new Error('Cannot open a port for events: ZeroMQ does not say which');
  return { endpoint: portEndpoint(address, publicKey), reopen: () => false };
}
