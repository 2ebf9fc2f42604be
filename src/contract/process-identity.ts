import * as v from 'valibot';

/**
 * Which process: a pid alone is reused. `startTime` is the kernel's own figure (Linux: clock ticks
 * since boot from /proc/PID/stat field 22), compared as text; `bootId` tells reboots apart.
 */
export const ProcessIdentitySchema = v.object({
  bootId: v.string(),
  pid: v.pipe(v.number(), v.integer(), v.minValue(2)),
  startTime: v.string(),
});
export type ProcessIdentity = v.InferOutput<typeof ProcessIdentitySchema>;

export function sameProcess(a: ProcessIdentity, b: ProcessIdentity): boolean {
  return a.pid === b.pid && a.startTime === b.startTime && a.bootId === b.bootId;
}
