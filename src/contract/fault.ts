import * as v from 'valibot';

/**
 * Why a job failed: the closed set. The sentence for people stands beside it; programs match on this.
 */
export const REASONS = [
  'app_server_exited',
  'app_server_unresponsive',
  'app_server_start_failed',
  'broker_lost',
  'worker_crashed',
  'queue_timeout',
  'start_timeout',
  'idle_timeout',
  'deadline_exceeded',
  'turn_failed',
  'turn_interrupted',
  'usage_limit',
  'unauthorized',
  'context_window',
  'server_overloaded',
  'protocol_error',
  'launch_failed',
  'orphaned',
  'internal',
] as const;

export const ReasonSchema = v.picklist(REASONS);
export type Reason = v.InferOutput<typeof ReasonSchema>;

/** A fault as it crosses a boundary: what is stored, published and shown. */
export interface FaultData {
  readonly reason: Reason;
  readonly message: string;
}

/** An expected way for work to fail. Anything else that is thrown is a defect. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }

  /** The only door by which a foreign error comes in. A Fault passes as it is; the cause is kept. */
  static from(error: unknown, reason: Reason = 'internal'): Fault {
    if (error instanceof Fault) return error;
    return new Fault(reason, messageOf(error), { cause: error });
  }

  toData(): FaultData {
    return { reason: this.reason, message: this.message };
  }
}

/** The sentence of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
