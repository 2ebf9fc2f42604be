import { CodexNotFound } from '../config/codex-binary.ts';
import { readBrokerLabel } from '../status/broker-label.ts';
import { inspect } from '../status/lock.ts';
import type { Context } from './context.ts';

/** Whether a broker serves the workspace, for `--json` and for people. */
export interface SessionRuntime {
  readonly mode: 'shared' | 'direct';
  readonly label: string;
  readonly detail: string;
  readonly endpoint: string | null;
}

export function sessionRuntime(context: Context): SessionRuntime {
  const endpoint = liveEndpoint(context);
  return endpoint === null
    ? { mode: 'direct', label: 'direct startup', detail: 'The next job starts a broker for this workspace.', endpoint }
    : {
        mode: 'shared',
        label: 'shared session',
        detail: 'A broker with one Codex app-server serves this workspace.',
        endpoint,
      };
}

function liveEndpoint(context: Context): string | null {
  try {
    const { paths } = context.place();
    return inspect(paths.lock)?.role === 'broker' ? (readBrokerLabel(paths.label)?.endpoint ?? null) : null;
  } catch (error) {
    // Without a Codex there can be no broker of it; whatever else is known is still worth showing.
    if (error instanceof CodexNotFound) return null;
    throw error;
  }
}
