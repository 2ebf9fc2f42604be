import type { ControlMethod, ControlParams, ControlResult } from '../../contract/control.ts';
import type { Services } from '../services.ts';

/** Answers one method of the control socket. Throws RpcError to refuse. */
export type Handler<M extends ControlMethod> = (
  params: ControlParams<M>,
  services: Services,
) => ControlResult<M> | Promise<ControlResult<M>>;
