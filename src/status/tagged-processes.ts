import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessIdentity } from '../contract/process-identity.ts';
import { RUN_TAG_VARIABLE } from './broker-label.ts';
import { identify, signalIfSame } from './liveness.ts';
import { processIds, readProc, SHOWS_ENVIRONMENTS } from './process-table.ts';

/** SIGKILL takes a moment to work; after this many looks, what is left cannot be killed by us. */
const SWEEP_ROUNDS = 50;
const SWEEP_PAUSE_MS = 10;

/** Codex tells each command in this variable whose it is. */
const THREAD_VARIABLE = 'CODEX_THREAD_ID';

/** A process that was started below the app-server of some broker, of this user and in whichever state root. */
export interface TaggedProcess {
  readonly identity: ProcessIdentity;
  readonly tag: string;
  /** The first word of what it runs. */
  readonly program: string;
  /** The state root of its broker. Null when it does not say, though every broker hands its own on. */
  readonly stateRoot: string | null;
  /** The Codex thread whose command it is, or was started by. Null for what is none's, such as the app-server. */
  readonly threadId: string | null;
}

/** Every process with a run's tag but this one. Null where processes do not show their environment: only Linux does. */
export function taggedProcesses(): TaggedProcess[] | null {
  if (!SHOWS_ENVIRONMENTS) return null;
  return processIds().flatMap((pid) => {
    // 1 is the system's, whoever has started it.
    if (pid === process.pid || pid === 1) return [];
    const environment = environmentOf(pid);
    const tag = valueIn(environment, RUN_TAG_VARIABLE);
    if (tag === null) return [];
    const identity = identify(pid);
    // Read again: between the two looks the pid may have gone to another process.
    if (identity === null || environmentOf(pid) !== environment) return [];
    const stateRoot = valueIn(environment, 'CODEX_COMPANION_STATE_DIR');
    const threadId = valueIn(environment, THREAD_VARIABLE);
    return [{ identity, tag, program: programOf(pid), stateRoot, threadId }];
  });
}

/**
 * Kills every process of a run, this one excepted, until none is left or a bound is reached. This finds what a process
 * group does not: commands in sessions of their own. Where processes do not show their environment it finds none.
 * @returns how many were killed.
 */
export function sweepRun(runTag: string): Promise<number> {
  return sweep(({ tag }) => tag === runTag);
}

/** The same of the commands of some Codex threads only. */
export function sweepThreads(runTag: string, threadIds: readonly string[]): Promise<number> {
  return sweep(({ tag, threadId }) => tag === runTag && threadId !== null && threadIds.includes(threadId));
}

async function sweep(isMeant: (found: TaggedProcess) => boolean): Promise<number> {
  const killed = new Set<string>();
  for (let round = 0; round < SWEEP_ROUNDS; round += 1) {
    const left = (taggedProcesses() ?? []).filter(isMeant);
    if (left.length === 0) break;
    for (const { identity } of left) {
      if (signalIfSame(identity, 'SIGKILL')) killed.add(`${identity.pid} ${identity.startTime}`);
    }
    await pause(SWEEP_PAUSE_MS);
  }
  return killed.size;
}

/** A zombie has none any more, and that of another user is not ours to read: both are ''. */
function environmentOf(pid: number): string {
  return readProc(pid, 'environ') ?? '';
}

function valueIn(environment: string, variable: string): string | null {
  const start = `\0${variable}=`;
  const at = `\0${environment}`.indexOf(start);
  if (at === -1) return null;
  const [value = ''] = environment.slice(at + start.length - 1).split('\0', 1);
  // The kernel's bytes, which are UTF-8 where they are text.
  return Buffer.from(value, 'latin1').toString('utf8');
}

function programOf(pid: number): string {
  const [program = ''] = (readProc(pid, 'cmdline') ?? '').split('\0');
  return program.slice(program.lastIndexOf('/') + 1);
}
