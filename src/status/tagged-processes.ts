import type { ProcessIdentity } from '../contract/process-identity.ts';
import { RUN_TAG_VARIABLE } from './broker-label.ts';
import { identify } from './liveness.ts';
import { processIds, readProc, SHOWS_ENVIRONMENTS } from './process-table.ts';

/** A process that was started below the app-server of some broker, of this user and in whichever state root. */
export interface TaggedProcess {
  readonly identity: ProcessIdentity;
  readonly tag: string;
  /** The first word of what it runs. */
  readonly program: string;
  /** The state root of its broker. Null when it does not say, though every broker hands its own on. */
  readonly stateRoot: string | null;
}

/** Every process with a run's tag but this one. Null where processes do not show their environment: only Linux does. */
export function taggedProcesses(): TaggedProcess[] | null {
  if (!SHOWS_ENVIRONMENTS) return null;
  return processIds().flatMap((pid) => {
    if (pid === process.pid) return [];
    const environment = readProc(pid, 'environ');
    const tag = environment === null ? null : valueIn(environment, RUN_TAG_VARIABLE);
    if (environment === null || tag === null) return [];
    const identity = identify(pid);
    // Read again: between the two looks the pid may have gone to another process.
    if (identity === null || readProc(pid, 'environ') !== environment) return [];
    const stateRoot = valueIn(environment, 'CODEX_COMPANION_STATE_DIR');
    return [{ identity, tag, program: programOf(pid), stateRoot }];
  });
}

function valueIn(environment: string, variable: string): string | null {
  const start = `${variable}=`;
  const entry = environment.split('\0').find((candidate) => candidate.startsWith(start));
  // The kernel's bytes, which are UTF-8 where they are text.
  return entry === undefined ? null : Buffer.from(entry.slice(start.length), 'latin1').toString('utf8');
}

function programOf(pid: number): string {
  const [program = ''] = (readProc(pid, 'cmdline') ?? '').split('\0');
  return program.slice(program.lastIndexOf('/') + 1);
}
