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
