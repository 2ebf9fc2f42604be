import { oneLine } from '../util/plain-text.ts';
import type { JobParts } from './job-spec.ts';
import type { Permissions } from './permissions.ts';

const SUMMARY_CHARS = 96;

export interface Task {
  readonly prompt: string;
  readonly permissions: Permissions;
  /** The Codex thread that it goes on with; null begins a new one. */
  readonly resumeThreadId: string | null;
}

export function taskParts({ prompt, permissions, resumeThreadId }: Task): JobParts {
  return {
    kind: 'task',
    title: resumeThreadId === null ? 'Codex Task' : 'Codex Resume',
    summary: oneLine(prompt, SUMMARY_CHARS),
    prompt,
    permissions,
    resumeThreadId,
  };
}
