import { JOB_SCHEMA_VERSION, type JobSpec, type Owner, type QueuedJob, type Work } from '../contract/job.ts';

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
    retryAt: null,
    phase: 'queued',
    workspaceRoot: place.workspaceRoot,
    owner: place.owner,
    attempt: 0,
    logFile: place.logFile,
    createdAt: place.at,
    updatedAt: place.at,
    threadId: null,
    turnId: null,
    resolved: null,
    work: newWork(),
    openItems: [],
    questions: [],
    lastEventAt: place.at,
    lastProgressAt: null,
    history: [{ at: place.at, event: 'queued', source: place.owner.brokerId, detail: detailOf(spec) }],
  };
}

/** Of an attempt that has done nothing yet. */
export function newWork(): Work {
  return {
    lastMessage: null,
    unfinished: null,
    reasoningSummary: [],
    touchedFiles: [],
    commands: [],
    childThreadIds: [],
    usage: null,
    earlierUsage: null,
    lastNotice: null,
    clockJumpMs: 0,
    acted: false,
  };
}

function detailOf({ retryOf }: JobSpec): string | null {
  return retryOf === null ? null : `retry of ${retryOf}`;
}
