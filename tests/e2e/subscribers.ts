import type { Captured } from '../support/process.ts';
import { BOUND_MS, type Rig } from '../support/rig.ts';

/** A subscriber that is there: it has printed what was before it. */
export async function subscribe(rig: Rig): Promise<Captured> {
  const events = rig.start(['events', '--follow', '--json']);
  await events.waitForLine(/"appServer\.ready"/u, BOUND_MS);
  return events;
}

export function eventsOf(subscriber: Captured): unknown[] {
  const lines = subscriber.stdout().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line).event);
}
