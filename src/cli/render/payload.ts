import type { FinishedJob } from '../../contract/job.ts';

/** What a command that ran a job prints with `--json`: the keys are a promise to scripts. */
export function payloadOf(job: FinishedJob): object {
  const { request, work } = job;
  const status = job.status === 'completed' ? 0 : 1;
  const text = job.status === 'completed' ? job.finalMessage : (work.lastMessage ?? '');
  const failure = job.status === 'failed' ? { reason: job.reason, errorMessage: job.errorMessage } : {};
  const common = { jobId: job.id, threadId: job.threadId, ...failure };
  if (request.review === null) {
    const { touchedFiles, reasoningSummary } = work;
    return { status, ...common, rawOutput: text, touchedFiles, reasoningSummary };
  }
  const { target, explicit } = request.review;
  return {
    review: 'Review',
    target: { ...target, explicit },
    ...common,
    sourceThreadId: job.threadId,
    codex: {
      status,
      stderr: job.status === 'failed' ? job.errorMessage : '',
      stdout: text,
      reasoning: work.reasoningSummary,
    },
  };
}
