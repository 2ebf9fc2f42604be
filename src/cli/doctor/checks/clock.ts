import { statSync } from 'node:fs';
import { JobStore } from '../../../status/store.ts';
import { formatMs } from '../../../util/duration.ts';
import { workspacesSeen } from '../brokers-seen.ts';
import { about, type Finding } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** Clocks of two machines that share a directory may differ by this much. */
export const CLOCK_SKEW_MS = 60_000;

/** Moments that cannot lie in the future. Null where there is none of the kind. */
export interface Moments {
  readonly nowMs: number;
  /** The last change of any job. */
  readonly newestRecordMs: number | null;
  /** When our program was installed. */
  readonly programMs: number | null;
}

/** Whether the wall clock is where it was before: what has been recorded is not later than now. */
export async function checkClock(scene: Scene): Promise<Finding[]> {
  const { program, nowMs } = scene;
  const recorded = workspacesSeen(scene).flatMap(lastChanges);
  const newestRecordMs = recorded.length === 0 ? null : Math.max(...recorded);
  const programMs = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? null;
  return [clockFinding({ nowMs, newestRecordMs, programMs })];
}

/** None of a store that cannot be read: that is another check's finding. */
function lastChanges(workspace: string): number[] {
  try {
    const store = JobStore.open(workspace);
    const [newest] = store.finishedEntries();
    const active = store.listActive().map(({ updatedAt }) => Date.parse(updatedAt));
    return [...active, ...(newest === undefined ? [] : [newest.completedAtMs])];
  } catch {
    return [];
  }
}

export function clockFinding({ nowMs, newestRecordMs, programMs }: Moments): Finding {
  const clock = about('clock', 'Clock');
  const remedy = 'set the clock; durations are measured otherwise, but what is older or newer goes by it';
  const ahead = (momentMs: number | null) => (momentMs ?? 0) - nowMs;
  if (ahead(newestRecordMs) > CLOCK_SKEW_MS) {
    return clock.warning(`a job was recorded ${formatMs(ahead(newestRecordMs))} in the future`, remedy);
  }
  if (ahead(programMs) > CLOCK_SKEW_MS) {
    return clock.warning(`this program was installed ${formatMs(ahead(programMs))} in the future`, remedy);
  }
  return clock.ok(`${new Date(nowMs).toISOString()}; nothing was recorded later`);
}
