import type { ControlClient } from './control-client.ts';

/** The numbers of the first and the last event that a reader of the bus has missed. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Tells the broker, for nobody else can know. Nothing waits for it. */
export function reportGap(client: ControlClient, { from, to }: Gap): void {
  client.call('events/missed', { count: Math.max(1, to - from + 1) }).catch(() => undefined);
}
