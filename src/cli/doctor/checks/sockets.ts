import { connect } from 'node:net';
import path from 'node:path';
import { counted } from '../../../util/counted.ts';
import { socketAt } from '../../../util/local-endpoint.ts';
import { namesIn } from '../../../util/names-in.ts';
import { errorCode } from '../../../util/system-error.ts';
import { brokersSeen } from '../brokers-seen.ts';
import { about, type Finding, listed } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** Whoever listens takes a connection within this time. */
const CONNECT_MS = 1_000;

const OURS = /^[0-9a-f]{16}\.(?:control|events)$/u;

/**
 * Sockets in the runtime directory that are of no broker of this state directory. The directory may serve several of
 * them, so one where somebody listens is none of our business, and of the others nobody here can prove whose they are.
 */
export async function checkSockets(scene: Scene, signal: AbortSignal): Promise<Finding[]> {
  const sockets = about('sockets', 'Sockets');
  const known = new Set(brokersSeen(scene).flatMap(({ sockets }) => Object.values(sockets ?? {})));
  const unknown = namesIn(scene.runtimeRoot)
    .filter((name) => OURS.test(name))
    .map((name) => path.join(scene.runtimeRoot, name))
    .filter((file) => !known.has(file) && socketAt(file) === 'socket');
  const listening = await Promise.all(unknown.map((file) => isListenedTo(file, signal)));
  const dead = unknown.filter((_, index) => !listening[index]);
  if (dead.length === 0) return [sockets.ok('each has its broker')];
  const what = `nobody listens at ${counted(dead.length, 'socket')} of no workspace here: ${listed(dead.map((file) => `"${file}"`))}`;
  return [sockets.note(what, 'remove them, unless another state directory uses the same runtime directory')];
}

/** In doubt somebody does. */
function isListenedTo(file: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(file);
    const done = (answer: boolean) => {
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(answer);
    };
    const onAbort = () => done(true);
    signal.addEventListener('abort', onAbort);
    socket.setTimeout(CONNECT_MS, onAbort);
    socket.once('connect', onAbort);
    socket.once('error', (error) => done(errorCode(error) !== 'ECONNREFUSED' && errorCode(error) !== 'ENOENT'));
  });
}
