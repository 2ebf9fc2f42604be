import type { ProcessIdentity } from '../contract/process-identity.ts';
import { signalProcess } from '../util/process-tree.ts';
import { isOutside, type Observation, observe, readBootId, tableRemedy } from './process-table.ts';

/** Everything but `alive` means that the process which was meant has ended. */
export type Liveness = 'alive' | 'gone' | 'zombie' | 'reused' | 'rebooted';

let ownIdentity: ProcessIdentity | undefined;
let ownBootId: string | undefined;

/** @throws Error when the system does not say who this process is (Linux without /proc, say). */
export function self(): ProcessIdentity {
  ownIdentity ??= identify(process.pid) ?? undefined;
  if (ownIdentity === undefined) {
    throw new Error(
      `Cannot tell the start time of pid ${process.pid}: the process table is not readable (${tableRemedy()})`,
    );
  }
  return ownIdentity;
}

/** Null when there is no such process, when it is a zombie, and when its start time cannot be read. */
export function identify(pid: number): ProcessIdentity | null {
  const seen = observe(pid);
  return seen.kind === 'seen' && seen.state !== 'zombie' ? { bootId: bootId(), pid, startTime: seen.startTime } : null;
}

export function isAlive(identity: ProcessIdentity): boolean {
  return probe(identity) === 'alive';
}

/** Whether it is there and suspended (SIGSTOP, a debugger): until somebody resumes it, it answers nothing. */
export function isStopped(identity: ProcessIdentity): boolean {
  const seen = observe(identity.pid);
  return isAmongOurs(identity, seen) && seen.kind === 'seen' && seen.state === 'stopped';
}

/** Whether any process has this pid: all that can be asked when nothing but the pid is known. */
export function isRunning(pid: number): boolean {
  const seen = observe(pid);
  return seen.kind === 'unreadable' || (seen.kind === 'seen' && seen.state !== 'zombie');
}

/** Looks without touching: no signal is sent. On Windows a pid that was given away a moment ago may pass for its last owner. */
export function probe(identity: ProcessIdentity): Liveness {
  return decide(identity, bootId(), observe(identity.pid, identity.startTime));
}

/**
 * The rule itself. In doubt it says `alive`: taking a living process for a dead one makes two owners. So it says of a
 * process outside of the sandbox that this one is in, such as Codex's: from there nobody can see it.
 */
export function decide(identity: ProcessIdentity, currentBootId: string, seen: Observation): Liveness {
  if (isOutside(identity.bootId, currentBootId)) return 'alive';
  if (identity.bootId !== currentBootId) return 'rebooted';
  switch (seen.kind) {
    case 'absent':
      return 'gone';
    case 'unreadable':
      return 'alive';
    case 'seen':
      if (seen.startTime !== identity.startTime) return 'reused';
      return seen.state === 'zombie' ? 'zombie' : 'alive';
  }
}

/** Whether the signal was sent: only to the very process that is meant. */
export function signalIfSame(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  return send(identity, signal, 'process');
}

/** The same for the process and all of the group that it leads. */
export function signalGroupIfSame(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  return send(identity, signal, 'group');
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals, reach: 'process' | 'group'): boolean {
  // 1 is init; 0 and below address whole groups.
  if (!Number.isSafeInteger(identity.pid) || identity.pid <= 1) return false;
  if (!isAmongOurs(identity, observe(identity.pid))) return false;
  return signalProcess(identity.pid, signal, reach);
}

/** Alive, and its pid means the same here. */
function isAmongOurs(identity: ProcessIdentity, seen: Observation): boolean {
  return identity.bootId === bootId() && decide(identity, bootId(), seen) === 'alive';
}

function bootId(): string {
  ownBootId ??= readBootId();
  return ownBootId;
}
