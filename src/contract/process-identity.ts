import * as v from 'valibot';
import { described } from './described.ts';

/**
 * Which process: a pid alone is reused. `startTime` is the kernel's own figure (Linux: clock ticks
 * since boot from /proc/PID/stat field 22), compared as text; `bootId` tells reboots apart and, on Linux, the
 * PID namespaces of containers and sandboxes.
 */
export const ProcessIdentitySchema = v.object({
  bootId: described(v.string(), 'Which run of the machine.'),
  pid: described(v.pipe(v.number(), v.integer(), v.minValue(2)), 'Its number, which others get after it.'),
  startTime: described(v.string(), 'When it started, as the kernel says it: tells it from others with the same pid.'),
});
export type ProcessIdentity = v.InferOutput<typeof ProcessIdentitySchema>;
