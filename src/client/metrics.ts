import type { Metrics } from '../contract/metrics.ts';
import { RPC_ERRORS, RpcError } from '../rpc/message.ts';
import type { ControlClient } from './control-client.ts';

/** What the broker has counted and measured; null of one that is too old to. */
export async function metricsOf(client: ControlClient): Promise<Metrics | null> {
  try {
    return await client.call('broker/metrics', {});
  } catch (error) {
    if (error instanceof RpcError && error.code === RPC_ERRORS.methodNotFound) return null;
    throw error;
  }
}

/** The numbers of the first and the last event that a reader of the bus has missed. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Tells the broker, for nobody else can know. Nothing waits for it. */
export function reportGap(client: ControlClient, { from, to }: Gap): void {
  client.call('events/missed', { count: Math.max(1, to - from + 1) }).catch(() => undefined);
}
