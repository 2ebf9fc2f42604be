import { isFinished, type JobRecord } from '../../../contract/job.ts';
import type { JsonObject } from '../../../contract/json.ts';

/** What {@link jobExtract} keeps, in words: it stands in the archive. */
export const KEPT_OF_A_JOB = [
  'its id, kind, status, phase, attempt, and the reason of a failure',
  'its moments and clocks, and how each change came about (without its details)',
  'what it was allowed to do, the model and effort asked for and used, the version of Codex',
  'numbers: how many commands, files, messages and tokens, and the exit statuses of the commands',
] as const;

/**
 * The frame of a job without what is in it: no prompt, answer, error text, command, path, title, key or session. Each
 * field is named here, so that one which is added to the record later stays out.
 */
export function jobExtract(job: JobRecord): JsonObject {
  const { request, resolved } = job;
  return {
    id: job.id,
    kind: job.kind,
    status: job.status,
    phase: job.phase,
    reason: job.status === 'failed' ? job.reason : null,
    rev: job.rev,
    attempt: job.attempt,
    foreground: job.foreground,
    hasKey: job.key !== null,
    hasSession: job.sessionId !== null,
    hasThread: job.threadId !== null,
    hasTurn: job.turnId !== null,
    brokerKey: job.owner.brokerKey,
    brokerId: job.owner.brokerId,
    moments: momentsOf(job),
    request: {
      promptChars: request.prompt.length,
      sandbox: request.sandbox,
      network: request.network,
      addDirs: request.addDirs.length,
      onApproval: request.onApproval,
      model: request.model,
      effort: request.effort,
      resumes: request.resumeThreadId !== null,
      review: request.review !== null,
      outputSchema: request.outputSchema !== null,
      retries: request.retries,
      clocks: { ...request.clocks },
    },
    resolved: resolved === null ? null : { ...resolved },
    work: workOf(job),
    history: job.history.map(({ at, event, source }) => ({ at, event, source })),
  };
}

function momentsOf(job: JobRecord): JsonObject {
  return {
    createdAt: job.createdAt,
    startedAt: job.status === 'queued' ? null : job.startedAt,
    updatedAt: job.updatedAt,
    lastEventAt: job.lastEventAt,
    lastProgressAt: job.lastProgressAt,
    completedAt: isFinished(job) ? job.completedAt : null,
    deadlineAt: job.status === 'running' ? job.deadlineAt : null,
    clockJumpMs: job.work.clockJumpMs,
  };
}

function workOf({ work, openItems, questions }: JobRecord): JsonObject {
  return {
    messageChars: work.lastMessage?.length ?? 0,
    reasoningSummaries: work.reasoningSummary.length,
    touchedFiles: work.touchedFiles.length,
    commandExits: work.commands.map(({ exitCode }) => exitCode),
    subAgents: work.childThreadIds.length,
    usage: work.usage === null ? null : { ...work.usage },
    acted: work.acted,
    openItems: openItems.map(({ since, command }) => ({ since, command })),
    openQuestions: questions.length,
  };
}
