import { ConnectionClosed } from '../rpc/peer.ts';

/** Whether the error says that the broker has gone away in this very moment. The bus is loaded when it is needed only, so its error goes by name. */
export function isBrokerGone(error: unknown): boolean {
  return error instanceof ConnectionClosed || (error instanceof Error && error.name === 'BusUnreachable');
}
