import type { FinishedJob } from '../contract/job.ts';
import { plainText } from '../util/plain-text.ts';

/** Longest value, in characters. */
export const MAX_VALUE_CHARS = 4_096;

/** What a program is told of a job, by variable. What a job has not is empty: nothing shines through from the environment of the broker. */
const VALUES: Readonly<Record<string, (job: FinishedJob) => string | null>> = {
  CODEX_COMPANION_JOB_ID: ({ id }) => id,
  CODEX_COMPANION_JOB_STATUS: ({ status }) => status,
  CODEX_COMPANION_JOB_REASON: (job) => (job.status === 'failed' ? job.reason : null),
  CODEX_COMPANION_JOB_KIND: ({ kind }) => kind,
  CODEX_COMPANION_JOB_TITLE: ({ title }) => title,
  CODEX_COMPANION_WORKSPACE: ({ workspaceRoot }) => workspaceRoot,
  CODEX_COMPANION_SESSION_ID: ({ sessionId }) => sessionId,
};

export const JOB_VARIABLES: readonly string[] = Object.keys(VALUES);

export function jobVariables(job: FinishedJob): Record<string, string> {
  return Object.fromEntries(Object.entries(VALUES).map(([name, of]) => [name, onOneLine(of(job) ?? '')]));
}

/** Runs of spaces stay: they can be part of a path. */
function onOneLine(text: string): string {
  return plainText(text)
    .replace(/[\t\n]/gu, ' ')
    .slice(0, MAX_VALUE_CHARS);
}
