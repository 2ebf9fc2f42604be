import { JOB_SCHEMA_VERSION, type JobSpec, type Owner, type QueuedJob } from '../contract/job.ts';

/** The record of a job that was just accepted. `logFile` is an absolute path, `at` an ISO instant. */
export function newRecord(
  spec: JobSpec,
  place: { readonly owner: Owner; readonly workspaceRoot: string; readonly logFile: string; readonly at: string },
): QueuedJob {
  return {
    ...spec,
    schemaVersion: JOB_SCHEMA_VERSION,
    rev: 1,
    status: 'queued',
    phase: 'queued',
    workspaceRoot: place.workspaceRoot,
    owner: place.owner,
    attempt: 0,
    logFile: place.logFile,
    createdAt: place.at,
    updatedAt: place.at,
    threadId: spec.request.resumeThreadId,
    turnId: null,
    resolved: null,
    work: {
      lastMessage: null,
      reasoningSummary: [],
      touchedFiles: [],
      commands: [],
      childThreadIds: [],
      usage: null,
      lastNotice: null,
      clockJumpMs: 0,
    },
    openItems: [],
    questions: [],
    lastEventAt: place.at,
    lastProgressAt: null,
    history: [{ at: place.at, event: 'queued', source: place.owner.brokerId, detail: detailOf(spec) }],
  };
}

function detailOf({ retryOf }: JobSpec): string | null {
  return retryOf === null ? null : `retry of ${retryOf}`;
}
