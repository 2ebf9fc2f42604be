import type { Link } from './link.ts';
import type { TaskInput } from './port.ts';

/**
 * A name helps people to find the thread again; a Codex that cannot set one still does the work. To be called when the turn has started:
 * before that there is nothing on disk for the app-server to name, and the turn would wait for it.
 */
export function nameThread({ request, threadName }: TaskInput, link: Link, threadId: string): void {
  if (request.resumeThreadId !== null) return;
  link.call('thread/name/set', { threadId, name: threadName }).catch(() => undefined);
}
