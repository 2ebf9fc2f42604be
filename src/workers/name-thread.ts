import type { Link } from './link.ts';
import type { TaskInput } from './port.ts';

/**
 * A name helps people to find the thread again; a Codex that cannot set one still does the work. To be called right after the turn's start was
 * asked for: the app-server takes requests in their order, so the turn does not wait for the name. Codex may take the prompt for a name after
 * that: when the job has ended, the broker sets it once more.
 */
export function nameThread({ request, threadName }: TaskInput, link: Link, threadId: string): void {
  if (request.resumeThreadId !== null) return;
  link.call('thread/name/set', { threadId, name: threadName }).catch(() => undefined);
}
