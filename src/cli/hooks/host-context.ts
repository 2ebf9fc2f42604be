import { hostEnvironment } from '../../config/host.ts';
import { type Context, openContext } from '../context.ts';

/** Where and for whom a hook was called, as far as its input says. */
export interface CalledFor {
  readonly cwd: string | null;
  readonly session_id: string | null;
}

/** The context of a hook: what the host says comes before what the environment does. */
export function hostContext({ cwd, session_id: named }: CalledFor): Context {
  const context = openContext(cwd ?? hostEnvironment().projectDirectory ?? undefined);
  const { config } = context;
  const sessionId = named ?? config.settings.sessionId;
  return { ...context, config: { ...config, settings: { ...config.settings, sessionId } } };
}
